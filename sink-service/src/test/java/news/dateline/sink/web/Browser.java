package news.dateline.sink.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real Chromium that notes what a page must never do. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String home;
    private final List<String> trespasses = new CopyOnWriteArrayList<>();

    /** @param home the only origin that the page may ask */
    Browser(Path program, String home) {
        this.home = home;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** The Chromium of this machine: what DATELINE_TESTS_BROWSER names, or one on the PATH. */
    static Optional<Path> installed() {
        String named = System.getenv("DATELINE_TESTS_BROWSER");
        Stream<Path> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(Stream.ofNullable(named).map(Path::of), found)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A new window at an address of the page, its heading there. */
    Page open(String address, int width, boolean dark) {
        BrowserContext window = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("en-GB")
                .setColorScheme(
                        dark
                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                : com.microsoft.playwright.options.ColorScheme.LIGHT)
                .setBypassCSP(false));
        Page page = window.newPage();
        page.onDialog(dialog -> {
            trespasses.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(home)) {
                trespasses.add("request to " + request.url());
            }
        });
        page.onPageError(error -> trespasses.add("error: " + error));
        page.navigate(home + address);
        page.waitForSelector("main h1");
        return page;
    }

    /** Dialogs, requests to elsewhere and uncaught errors so far. */
    List<String> trespasses() {
        return new ArrayList<>(trespasses);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
