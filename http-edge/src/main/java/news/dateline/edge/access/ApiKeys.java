package news.dateline.edge.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that open this service, from {@code dateline.api-keys}: entries {@code name:role+role:sha256[:quota]},
 * separated by commas. Without the setting everyone may do everything. Two entries may have the same name, while a key is
 * being exchanged for a new one. Thread-safe.
 */
@Context
public final class ApiKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final List<ApiKey> keys;

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException if an entry is wrong; its hash is not told
     */
    ApiKeys(@Property(name = "dateline.api-keys", defaultValue = "") String setting) {
        keys = parse(setting);
        if (keys.isEmpty()) {
            LOG.warn(
                    "event=open-door detail=\"dateline.api-keys is not set: whoever reaches this port may do everything\"");
        }
        keys.forEach(key -> Audit.log("key-loaded key=" + key.name() + " roles=" + key.roles()));
    }

    /** Whether no key is set, and everyone may do everything. */
    boolean isOpen() {
        return keys.isEmpty();
    }

    /** The key that was presented. Every key is compared, so the time tells nothing of which one it was. */
    Optional<ApiKey> find(String presented) {
        byte[] hash = sha256(presented);
        ApiKey found = null;
        for (ApiKey key : keys) {
            if (key.matches(hash)) {
                found = key;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The hash of a key as it stands in the setting. */
    public static String hash(String key) {
        return HexFormat.of().formatHex(sha256(key));
    }

    /**
     * Checks a setting without using it.
     *
     * @throws IllegalArgumentException if an entry is wrong
     */
    public static void check(String setting) {
        parse(setting);
    }

    private static List<ApiKey> parse(String setting) {
        List<ApiKey> read = new ArrayList<>();
        for (String entry : setting.split(",", -1)) {
            if (!entry.isBlank()) {
                read.add(key(read.size() + 1, entry.strip()));
            }
        }
        return List.copyOf(read);
    }

    private static ApiKey key(int number, String entry) {
        String[] parts = entry.split(":", -1);
        try {
            if (parts.length < 3 || parts.length > 4) {
                throw new IllegalArgumentException("it must read name:role+role:sha256 or name:role+role:sha256:quota");
            }
            if (!NAME.matcher(parts[0]).matches()) {
                throw new IllegalArgumentException(
                        "the name must be 1 to 64 letters, digits, dots, dashes or underscores");
            }
            if (!SHA_256.matcher(parts[2]).matches()) {
                throw new IllegalArgumentException("the hash must be the key's SHA-256, 64 hexadecimal digits");
            }
            TokenBucket bucket = parts.length == 4 ? new TokenBucket(Quota.parse(parts[3]), System::nanoTime) : null;
            return new ApiKey(parts[0], roles(parts[1]), HexFormat.of().parseHex(parts[2]), bucket);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Entry " + number + " of dateline.api-keys is wrong: " + e.getMessage());
        }
    }

    private static Set<Role> roles(String words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words.split("\\+", -1)) {
            roles.add(Role.parse(word));
        }
        return roles;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
