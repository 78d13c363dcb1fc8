package news.dateline.cli;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import news.dateline.edge.access.ApiKeys;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an API key, and the entry of {@code DATELINE_API_KEYS} that lets it in. Nothing of it is kept. */
@Command(
        name = "apikey",
        description = "Make an API key. The first line is the key, for its owner alone; the second goes into"
                + " DATELINE_API_KEYS, which holds the key's hash.",
        mixinStandardHelpOptions = true)
final class ApikeyCommand implements Callable<Integer> {
    private static final int KEY_BYTES = 32;

    @Parameters(paramLabel = "NAME", description = "Name of the key's owner, shown in logs.")
    private String name;

    @Option(names = "--role", required = true, description = "ingest, read or operate; may be given more than once.")
    private List<String> roles;

    @Option(names = "--quota", description = "Requests that it may send, such as 600/m (s, m or h).")
    private String quota;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        String key = "dl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String entry =
                name + ":" + String.join("+", roles) + ":" + ApiKeys.hash(key) + (quota == null ? "" : ":" + quota);
        try {
            ApiKeys.check(entry);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
        System.out.println(key);
        System.out.println(entry);
        return 0;
    }
}
