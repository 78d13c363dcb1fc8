package news.dateline.sink.web;

import static news.dateline.edge.Problems.badRequest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the parameters of a request strictly: what is wrong is said, not guessed. A blank one counts as not given.
 * Belongs to its request.
 */
public final class Parameters {
    private static final int LONGEST = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the parameters of a request.
     *
     * @param known the names that there are
     * @throws org.zalando.problem.ThrowableProblem 400, if one is unknown, repeated, too long or unstorable
     */
    public static Parameters of(Iterable<Map.Entry<String, List<String>>> given, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, List<String>> parameter : given) {
            values.put(parameter.getKey(), single(parameter.getKey(), parameter.getValue(), known));
        }
        return new Parameters(values);
    }

    private static String single(String name, List<String> given, Set<String> known) {
        if (!known.contains(name)) {
            throw badRequest("There is no parameter '" + shortened(name) + "'; there are "
                    + String.join(", ", known.stream().sorted().toList()));
        }
        if (given.size() != 1) {
            throw badRequest(name + " must be given once");
        }
        String value = given.get(0);
        if (value.length() > LONGEST) {
            throw badRequest(name + " must not be longer than " + LONGEST + " characters");
        }
        if (value.indexOf(0) >= 0) {
            throw badRequest(name + " must not contain the null character");
        }
        return value.strip();
    }

    /** A parameter's value, null where it is not given or blank. */
    public String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * A parameter that is one of several words.
     *
     * @return the first of them where it is not given
     */
    public String choice(String name, List<String> words) {
        String value = text(name);
        if (value == null) {
            return words.get(0);
        }
        if (!words.contains(value)) {
            throw badRequest(name + " must be one of " + String.join(", ", words));
        }
        return value;
    }

    /** A number from 1 to a greatest one. */
    public int number(String name, int usual, int most) {
        String value = text(name);
        if (value == null) {
            return usual;
        }
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) {
            throw badRequest(name + " must be a number from 1 to " + most);
        }
        return number;
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
