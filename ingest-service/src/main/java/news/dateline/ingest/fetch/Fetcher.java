package news.dateline.ingest.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches documents of the public internet over HTTP/1.1. Every address, also behind a redirect, keeps {@link UrlRules}
 * and resolves to public addresses alone; a body is bounded after decompression; every step has its time. No cookies,
 * no credentials, no retries. Thread-safe; whoever makes it closes it.
 */
public final class Fetcher implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    private final FetchSettings settings;
    private final UrlRules rules;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor timer;

    /** Makes a fetcher that asks the system's resolver. */
    public Fetcher(FetchSettings settings) {
        this(settings, new CheckedResolver(settings.allowPrivate()));
    }

    Fetcher(FetchSettings settings, DnsResolver resolver) {
        this.settings = settings;
        this.rules = new UrlRules(settings.allowPrivate());
        this.client = client(settings, resolver);
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "fetch-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(FetchSettings settings, DnsResolver resolver) {
        Timeout read = Timeout.of(settings.readTimeout());
        Http1Config http1 = Http1Config.custom()
                .setMaxLineLength(16 * 1024)
                .setMaxHeaderCount(200)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(http1)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(read)
                                .setTimeToLive(TimeValue.ofMinutes(1))
                                .build())
                        .setMaxConnTotal(256)
                        .setMaxConnPerRoute(4)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(read)
                        .setConnectionRequestTimeout(read)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(settings.userAgent())
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    /** The rules that addresses are held to. */
    public UrlRules rules() {
        return rules;
    }

    /**
     * Fetches a document, following up to five redirects.
     *
     * @throws FetchException if the address or one that it leads to may not be fetched, the server does not answer in
     *     time, or the body is too large
     */
    public Answer fetch(Query query) throws FetchException {
        return fetch(query, settings.maxBytes());
    }

    Answer fetch(Query query, int maxBytes) throws FetchException {
        URI url = rules.check(query.url());
        String permanent = null;
        boolean onlyPermanent = true;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Answer answer = once(url, query, maxBytes, permanent);
            String location = answer.header("location");
            if (!REDIRECTS.contains(answer.status()) || location == null) {
                return answer;
            }
            url = rules.check(resolved(url, location));
            onlyPermanent &= PERMANENT.contains(answer.status());
            permanent = onlyPermanent ? url.toString() : permanent;
        }
        throw new FetchException("more than " + MOST_REDIRECTS + " redirects, the last to " + url);
    }

    private static String resolved(URI from, String location) throws FetchException {
        try {
            URI to = from.resolve(new URI(location.strip().replace(" ", "%20")));
            return to.getFragment() == null ? to.toString() : to.toString().replaceFirst("#.*", "");
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new FetchException("the redirect's Location is no URL");
        }
    }

    private Answer once(URI url, Query query, int maxBytes, String permanent) throws FetchException {
        HttpGet get = new HttpGet(url);
        query.headers().forEach(get::setHeader);
        ScheduledFuture<?> limit =
                timer.schedule(get::cancel, settings.totalTimeout().toMillis(), TimeUnit.MILLISECONDS);
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(null, get, null);
            Map<String, String> headers = new HashMap<>();
            for (Header header : response.getHeaders()) {
                headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
            Body body = body(get, response, headers.get("content-encoding"), maxBytes);
            return new Answer(response.getCode(), url.toString(), permanent, headers, body.bytes(), body.cut());
        } catch (IOException e) {
            throw failure(url, limit.isDone(), e);
        } finally {
            Closer.closeQuietly(response); // what was read is read
            limit.cancel(false);
        }
    }

    /** Reads the body. What is left of one that is not read to its end is given up, so that closing does not read it. */
    private static Body body(HttpGet get, ClassicHttpResponse response, String encoding, int maxBytes)
            throws IOException, FetchException {
        boolean whole = false;
        try {
            if (REDIRECTS.contains(response.getCode())) {
                return Body.NONE;
            }
            Body body = Body.read(response.getEntity(), encoding, maxBytes);
            whole = body.cut() == null;
            return body;
        } finally {
            if (!whole) {
                get.cancel();
            }
        }
    }

    private FetchException failure(URI url, boolean late, IOException e) {
        String host = url.getHost();
        if (e instanceof CheckedResolver.NotPublic) {
            return UrlRules.notPublic(host);
        }
        if (late) {
            return new FetchException(host + " did not finish its answer within " + settings.totalTimeout(), e);
        }
        if (e instanceof UnknownHostException) {
            return new FetchException("there is no host " + host, e);
        }
        if (e instanceof SocketTimeoutException) {
            return new FetchException(host + " did not answer in time", e);
        }
        if (e instanceof SSLException) {
            return new FetchException("no secure connection to " + host + ": " + e.getMessage(), e);
        }
        return new FetchException("cannot fetch from " + host + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot close connections", e);
        }
    }
}
