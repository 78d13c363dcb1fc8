package news.dateline.sink.deadletters;

import static news.dateline.edge.Problems.badRequest;

import io.micronaut.core.annotation.Nullable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.sink.web.Parameters;

/**
 * A group of dead letters.
 *
 * @param service service that failed, null for any
 * @param errorClass class of the exception, null for any
 * @param topic topic that the record came from, null for any
 * @param state what became of it, null for any
 */
record DeadLetterFilter(
        @Nullable String service,
        @Nullable String errorClass,
        @Nullable String topic,
        @Nullable String state) {
    private static final List<String> STATES = List.of("waiting", "replayed", "discarded", "erased", "all");

    static DeadLetterFilter of(Parameters parameters) {
        String state = parameters.choice("state", STATES);
        return new DeadLetterFilter(
                parameters.text("service"),
                parameters.text("errorClass"),
                parameters.text("topic"),
                state.equals("all") ? null : state);
    }

    /**
     * A group that an action is for.
     *
     * @throws org.zalando.problem.ThrowableProblem 400, if nothing narrows it
     */
    static DeadLetterFilter group(Iterable<Map.Entry<String, List<String>>> given, Set<String> names) {
        Parameters parameters = Parameters.of(given, names);
        DeadLetterFilter filter = of(parameters);
        if (filter.service == null && filter.errorClass == null && filter.topic == null) {
            throw badRequest("Say which: service, errorClass or topic");
        }
        return new DeadLetterFilter(filter.service, filter.errorClass, filter.topic, "waiting");
    }

    /** The conditions, joined by AND. */
    String sql() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        add(conditions, "service", service);
        add(conditions, "error_class", errorClass);
        add(conditions, "topic", topic);
        add(conditions, "state", state);
        return String.join(" AND ", conditions);
    }

    /** Binds the values; gives the next parameter. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        for (String value : new String[] {service, errorClass, topic, state}) {
            if (value != null) {
                statement.setString(parameter++, value);
            }
        }
        return parameter;
    }

    private static void add(List<String> conditions, String column, String value) {
        if (value != null) {
            conditions.add(column + " = ?");
        }
    }
}
