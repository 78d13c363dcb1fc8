package news.dateline.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** The Kubernetes manifests say what the services are: their topics, ports, probes and settings. */
class ManifestsTest {
    private static final Path KUBERNETES = Path.of("../kubernetes");
    private static final List<HasMetadata> BASE = Manifests.below(KUBERNETES.resolve("base"));

    @Test
    void everyManifestFitsItsModel() {
        assertThat(Manifests.below(KUBERNETES)).hasSizeGreaterThan(BASE.size());
    }

    @Test
    void aFieldThatTheModelDoesNotKnowFails() {
        String wrong = "apiVersion: v1\nkind: Service\nmetadata: {name: sink}\nspec: {portz: [{port: 1}]}\n";
        assertThatThrownBy(() -> Manifests.parse(wrong))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("portz");
    }

    /** By the program that deploys them, where it is installed. */
    @ParameterizedTest
    @ValueSource(strings = {"production", "single-node"})
    void everyOverlayIsBuiltAndFitsItsModels(String overlay) throws IOException {
        Process kubectl;
        try {
            kubectl = new ProcessBuilder(
                            "kubectl",
                            "kustomize",
                            KUBERNETES.resolve("overlays").resolve(overlay).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException("no kubectl on this machine", e);
        }
        List<HasMetadata> built =
                Manifests.parse(new String(kubectl.getInputStream().readAllBytes(), UTF_8));
        assertThat(names(built)).containsAll(names(BASE));
    }

    private static Set<String> names(List<HasMetadata> manifests) {
        return manifests.stream()
                .map(manifest ->
                        manifest.getKind() + "/" + manifest.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    @Test
    void topicsAreThoseOfTheCatalogueWithItsPolicies() {
        Topics catalogue = Topics.in(AvroSerdes.singleObject());
        Map<String, Map<String, String>> wanted = Stream.<Topic<?, ?>>of(
                        catalogue.raw(),
                        catalogue.enriched(),
                        catalogue.deadLetters(),
                        catalogue.feeds(),
                        catalogue.stories(),
                        catalogue.trends())
                .collect(Collectors.toMap(Topic::name, Topic::config));
        Map<String, Map<String, String>> named = new HashMap<>();
        for (KafkaTopic topic : of(KafkaTopic.class)) {
            Map<String, String> config = new HashMap<>();
            topic.getSpec().getConfig().forEach((name, value) -> config.put(name, value.toString()));
            named.put(topic.getMetadata().getName(), config);
        }
        assertThat(named).isEqualTo(wanted);
    }

    @Test
    void everyServiceHasItsUser() {
        Set<String> users = of(KafkaUser.class).stream()
                .map(user -> user.getMetadata().getName())
                .collect(Collectors.toSet());
        assertThat(users)
                .containsExactlyInAnyOrder("dateline-ingest", "dateline-enrich", "dateline-sink", "dateline-setup");
    }

    @Test
    void everySettingOfTheEnvironmentIsOneThatTheServiceReads() {
        for (PodSpec pod : pods()) {
            Container container = pod.getContainers().get(0);
            if (!container.getName().equals("registry")) {
                assertThat(settings(container))
                        .as("settings of %s", container.getName())
                        .allSatisfy(name -> assertThat(KnownSettings.of(container.getName()))
                                .contains(name));
            }
        }
    }

    @Test
    void noSecretStandsInAManifest() {
        for (PodSpec pod : pods()) {
            assertThat(pod.getContainers().get(0).getEnv())
                    .filteredOn(env -> env.getName().matches(".*(PASSWORD|JAAS|SECRET|API_KEYS).*"))
                    .allSatisfy(env ->
                            assertThat(env.getValueFrom().getSecretKeyRef()).isNotNull());
        }
    }

    @Test
    void everyContainerRunsWithoutRights() {
        for (PodSpec pod : pods()) {
            Container container = pod.getContainers().get(0);
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
        }
    }

    /** Asks the services themselves, each started alone without Kafka and database. */
    @TestFactory
    List<DynamicTest> everyProbeAndPortIsAnsweredByTheService() {
        List<DynamicTest> tests = new ArrayList<>();
        for (PodSpec pod : pods()) {
            Container container = pod.getContainers().get(0);
            if (RunningService.NAMES.contains(container.getName())) {
                tests.add(DynamicTest.dynamicTest(container.getName(), () -> check(container)));
            }
        }
        assertThat(tests).hasSize(RunningService.NAMES.size());
        return tests;
    }

    private static void check(Container container) {
        assertThat(container.getPorts().get(0).getContainerPort())
                .isEqualTo(RunningService.defaultPort(container.getName()));
        List<Service> services = of(Service.class).stream()
                .filter(service -> service.getMetadata().getName().equals(container.getName()))
                .toList();
        assertThat(services)
                .singleElement()
                .satisfies(service -> assertThat(
                                service.getSpec().getPorts().get(0).getPort())
                        .isEqualTo(container.getPorts().get(0).getContainerPort()));
        try (RunningService service = RunningService.start(container.getName())) {
            for (Probe probe :
                    List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())) {
                String path = probe.getHttpGet().getPath();
                assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
                // Without Kafka a service is not ready and says so; a path that it does not know is a 404.
                assertThat(service.get(path)).as("answer at %s", path).isIn(200, 503);
            }
            assertThat(service.get("/health/liveness")).isEqualTo(200);
            assertThat(service.get("/prometheus")).isEqualTo(200);
        }
    }

    private static List<String> settings(Container container) {
        List<String> names =
                new ArrayList<>(container.getEnv().stream().map(EnvVar::getName).toList());
        of(ConfigMap.class).forEach(map -> names.addAll(map.getData().keySet()));
        return names;
    }

    private static List<PodSpec> pods() {
        List<PodSpec> pods = new ArrayList<>();
        of(Deployment.class).forEach(d -> pods.add(d.getSpec().getTemplate().getSpec()));
        of(StatefulSet.class).forEach(s -> pods.add(s.getSpec().getTemplate().getSpec()));
        of(Job.class).forEach(j -> pods.add(j.getSpec().getTemplate().getSpec()));
        return pods;
    }

    private static <T> List<T> of(Class<T> type) {
        return BASE.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
