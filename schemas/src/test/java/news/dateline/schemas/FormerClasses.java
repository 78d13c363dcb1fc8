package news.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.specific.SpecificData;

/**
 * The generated classes of a released version, as they are in the jar of a consumer who has not upgraded: compiled from
 * the released schemas, and loaded so that today's classes of the same names are not seen.
 */
final class FormerClasses extends URLClassLoader {
    private FormerClasses(Path classes) throws IOException {
        super(new URL[] {classes.toUri().toURL()}, FormerClasses.class.getClassLoader());
    }

    static FormerClasses of(String version, Path folder) throws IOException {
        Path sources = folder.resolve("sources");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        try (Stream<Path> released = Files.list(Path.of("released", version))) {
            for (Path file :
                    released.filter(f -> f.toString().endsWith(".avsc")).toList()) {
                SpecificCompiler compiler = new SpecificCompiler(new Schema.Parser().parse(file.toFile()));
                compiler.setStringType(StringType.String);
                compiler.compileToDestination(null, sources.toFile());
            }
        }
        compile(sources, classes);
        return new FormerClasses(classes);
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d", classes.toString(), "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as("exit code of the compiler")
                .isZero();
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
