package news.dateline.enrich.enrichment;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import news.dateline.enrich.annotate.RecognizerProvider;

/**
 * Finds recognizers of others: those on the class path, and those in the jars of a folder. The jars share one class
 * loader, whose parent is the program's, for as long as the program runs; what both have, the program's is taken.
 */
final class AnnotatorJars {
    private AnnotatorJars() {}

    /**
     * The providers.
     *
     * @param folder null or blank for the class path alone
     * @throws IllegalArgumentException if the folder cannot be read, or a provider in it cannot be made
     */
    static List<RecognizerProvider> providers(String folder) {
        ClassLoader own = AnnotatorJars.class.getClassLoader();
        boolean none = folder == null || folder.isBlank();
        ClassLoader loader = none ? own : new URLClassLoader("annotators", jars(Path.of(folder.strip())), own);
        List<RecognizerProvider> providers = new ArrayList<>();
        try {
            ServiceLoader.load(RecognizerProvider.class, loader).forEach(providers::add);
        } catch (ServiceConfigurationError e) {
            throw new IllegalArgumentException(
                    "dateline.enrich.recognizers.folder: a jar in " + folder
                            + " names a recognizer that cannot be made: " + e.getMessage(),
                    e);
        }
        return providers;
    }

    private static URL[] jars(Path folder) {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                jars.add(file.toUri().toURL());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "dateline.enrich.recognizers.folder: " + folder + " is no folder that can be read", e);
        }
        return jars.toArray(URL[]::new);
    }
}
