package news.dateline.schemas;

import java.net.URL;
import java.net.URLClassLoader;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * The generated classes of a released version, as they lie in the jar of a consumer who has not upgraded, loaded so that
 * today's classes of the same names are not seen.
 */
final class FormerClasses extends URLClassLoader {
    private FormerClasses(URL jar) {
        super(new URL[] {jar}, FormerClasses.class.getClassLoader());
    }

    static FormerClasses of(String version) {
        return new FormerClasses(FormerClasses.class.getResource("classes-" + version + ".jar"));
    }

    /** The schema that the class of this name was generated from. */
    Schema schema(String name) throws ClassNotFoundException {
        return SpecificData.get().getSchema(loadClass("news.dateline." + name));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean generated = name.matches("news\\.dateline\\.[A-Z]\\w*(\\$.*)?");
        if (!generated) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
