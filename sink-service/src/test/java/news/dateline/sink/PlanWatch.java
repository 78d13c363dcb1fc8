package news.dateline.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * A JDBC driver in front of PostgreSQL's: has each statement that the service executes explained first, with the same
 * values, on the same connection and in the same transaction. Its addresses begin with {@value #PREFIX}.
 */
public final class PlanWatch implements Driver {
    static final String PREFIX = "jdbc:watched:";

    private static final Pattern EXPLAINED = Pattern.compile("\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\b");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<JsonNode>> PLANS = new ConcurrentHashMap<>();

    private static volatile boolean watching;

    /** Begins to watch. */
    static void begin() {
        watching = true;
    }

    /** The plans of each statement since the last {@link #forget}, by its text. */
    static Map<String, List<JsonNode>> plans() {
        return PLANS;
    }

    static void forget() {
        PLANS.clear();
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection connection = DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), properties);
        return watched(Connection.class, (proxy, method, args) -> {
            Object result = call(connection, method, args);
            return result instanceof PreparedStatement statement
                    ? watched(connection, statement, (String) args[0])
                    : result;
        });
    }

    private static PreparedStatement watched(Connection connection, PreparedStatement statement, String sql) {
        List<Object[]> values = new ArrayList<>();
        List<Method> setters = new ArrayList<>();
        return watched(PreparedStatement.class, (proxy, method, args) -> {
            if (method.getName().equals("getConnection")) {
                return connection;
            }
            if (method.getName().startsWith("set") && args.length > 1) {
                setters.add(method);
                values.add(args);
            }
            if (watching
                    && method.getName().startsWith("execute")
                    && args == null
                    && EXPLAINED.matcher(sql).lookingAt()) {
                try (PreparedStatement explain = connection.prepareStatement("EXPLAIN (FORMAT JSON) " + sql)) {
                    for (int i = 0; i < setters.size(); i++) {
                        call(explain, setters.get(i), values.get(i));
                    }
                    try (ResultSet row = explain.executeQuery()) {
                        row.next();
                        PLANS.computeIfAbsent(sql, text -> new CopyOnWriteArrayList<>())
                                .add(JSON.readTree(row.getString(1)).path(0).path("Plan"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            return call(statement, method, args);
        });
    }

    private static <T> T watched(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(PlanWatch.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
