package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.channel.ApiClients.IssuedKey;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class ApiKeysTest {

    private static final String OFFICES = "/api/v1/offices";

    @Autowired
    ApiClients clients;

    @Autowired
    SettableClock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    Calls calls;

    @BeforeEach
    void dial() {
        calls = new Calls(mvc);
    }

    @AfterEach
    void backToMonday() {
        clock.reset();
    }

    @Test
    void aPublishedKeyOpensTheDemonstrationOnly() {
        ApiKey published = new ApiKey("demo-bds");

        assertThat(new ApiKeys(jdbc, clock, true).accept(published)).isPresent();
        assertThat(new ApiKeys(jdbc, clock, false).accept(published)).isEmpty();
    }

    /** A call ends with nobody signed in, so the administrator signs in before each act. */
    private ApiClients administrator() {
        TestSecurityContextHolder.setAuthentication(
                new TestingAuthenticationToken("admin", "", Permission.Name.API_CLIENT_EDIT));
        return clients;
    }

    private ApiClient newClient() {
        return administrator().register("Sistem " + UUID.randomUUID(), Set.of(ApiScope.BOOKING), 100);
    }

    @Test
    void anIssuedKeyOpensTheApiUntilItIsRevoked() throws Exception {
        IssuedKey key = administrator().issueKey(newClient().id(), null);
        assertThat(calls.get(key.text(), OFFICES).status()).isEqualTo(200);

        administrator().revokeKey(key.id(), "Uji coba selesai");

        assertThat(calls.get(key.text(), OFFICES).problem(ProblemType.UNAUTHORIZED))
                .isNotEmpty();
    }

    @Test
    void aKeyEndsAtItsExpiry() throws Exception {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        IssuedKey key = administrator().issueKey(newClient().id(), end);

        clock.set(end.minusMillis(1));
        assertThat(calls.get(key.text(), OFFICES).status()).isEqualTo(200);

        clock.set(end);
        calls.get(key.text(), OFFICES).problem(ProblemType.UNAUTHORIZED);
    }

    @Test
    void aClientThatIsSwitchedOffHasNoWorkingKey() throws Exception {
        ApiClient client = newClient();
        IssuedKey key = administrator().issueKey(client.id(), null);

        administrator().setEnabled(client.id(), false);
        calls.get(key.text(), OFFICES).problem(ProblemType.UNAUTHORIZED);

        administrator().setEnabled(client.id(), true);
        assertThat(calls.get(key.text(), OFFICES).status()).isEqualTo(200);
    }

    @Test
    void duringTheOverlapOfARotationBothKeysWork() throws Exception {
        ApiClient client = newClient();
        IssuedKey old = administrator().issueKey(client.id(), null);

        IssuedKey next = administrator().rotateKey(old.id(), Duration.ofHours(1));

        assertThat(calls.get(old.text(), OFFICES).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(1));
        calls.get(old.text(), OFFICES).problem(ProblemType.UNAUTHORIZED);
        assertThat(calls.get(next.text(), OFFICES).status()).isEqualTo(200);
    }

    @Test
    void aRevokedKeyHasNoSuccessor() {
        IssuedKey key = administrator().issueKey(newClient().id(), null);
        administrator().revokeKey(key.id(), "Uji coba selesai");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administrator().rotateKey(key.id(), Duration.ZERO));
    }

    @Test
    void aKeyIsRevokedOnceAndWithAReason() {
        ApiClient client = newClient();
        IssuedKey key = administrator().issueKey(client.id(), null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administrator().revokeKey(key.id(), " "));

        administrator().revokeKey(key.id(), "Bocor di catatan");
        clock.advance(Duration.ofHours(1));
        administrator().revokeKey(key.id(), "Dua kali");

        assertThat(administrator().keysOf(client.id())).singleElement().satisfies(row -> {
            assertThat(row.revokedAt()).isEqualTo(SettableClock.MONDAY_MORNING);
            assertThat(row.revokeReason()).isEqualTo("Bocor di catatan");
        });
    }

    @Test
    void aKeyThatWouldBeOverAlreadyIsNotIssuedNorOverlappedForever() {
        ApiClient client = newClient();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administrator().issueKey(client.id(), clock.instant()));
        IssuedKey key = administrator().issueKey(client.id(), null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administrator().rotateKey(key.id(), Duration.ofDays(31)));
    }

    @Test
    void whatAClientMayUseIsChangedOnceAndTheSlowerAdministratorIsTold() {
        ApiClient client = newClient();
        ApiClientRow seenByBoth = row(client.id());
        administrator().change(seenByBoth, client.name(), Set.of(ApiScope.ADM), 50);

        assertThat(row(client.id())).satisfies(changed -> {
            assertThat(changed.scopes()).containsExactly(ApiScope.ADM);
            assertThat(changed.requestsPerMinute()).isEqualTo(50);
        });
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> administrator().change(seenByBoth, "Lain", Set.of(ApiScope.BOOKING), 10));
    }

    @Test
    void publishedKeysAreMarkedAsSuch() {
        ApiClientRow bds = administrator().all().stream()
                .filter(client -> client.name().equals("Aplikasi BDS (demonstrasi)"))
                .findFirst()
                .orElseThrow();
        assertThat(bds.demonstration()).isTrue();
        assertThat(administrator().keysOf(bds.id())).allMatch(ApiKeyRow::demonstration);
        assertThat(row(newClient().id()).demonstration()).isFalse();
    }

    private ApiClientRow row(UUID client) {
        return administrator().all().stream()
                .filter(row -> row.id().equals(client))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListOfKeysTellsThemApartWithoutShowingThem() throws Exception {
        ApiClient client = newClient();
        IssuedKey key = administrator().issueKey(client.id(), null);
        Instant firstUse = clock.instant();
        calls.get(key.text(), OFFICES);
        clock.advance(Duration.ofMinutes(59));
        calls.get(key.text(), OFFICES);

        assertThat(administrator().keysOf(client.id())).singleElement().satisfies(row -> {
            assertThat(key.text()).startsWith(row.prefix());
            assertThat(row.prefix()).hasSize(8);
            assertThat(row.lastUsedAt()).isEqualTo(firstUse);
        });
        assertThat(key.toString()).doesNotContain(key.text());

        clock.advance(Duration.ofMinutes(1));
        calls.get(key.text(), OFFICES);
        assertThat(administrator().keysOf(client.id()))
                .first()
                .satisfies(row -> assertThat(row.lastUsedAt()).isEqualTo(clock.instant()));
    }

    @Test
    void aClientNeedsANameOfItsOwnAScopeAndARate() {
        ApiClient known = newClient();

        refusesField("name", known.name(), Set.of(ApiScope.ADM), 1);
        refusesField("name", " ", Set.of(ApiScope.ADM), 1);
        refusesField("scopes", "Sistem baru", Set.of(), 1);
        refusesField("requestsPerMinute", "Sistem baru", Set.of(ApiScope.ADM), 0);
    }

    private void refusesField(String field, String name, Set<ApiScope> scopes, int rate) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administrator().register(name, scopes, rate))
                .satisfies(refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.field()).isEqualTo(field)));
    }

    @Test
    @WithUserDetails("operator")
    void onlyAdministratorsHandOutKeys() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> clients.issueKey(UUID.randomUUID(), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Bearer salah", "Basic ZGVtby1iZHM6", "demo-bds", "Bearer DEMO-BDS"})
    void withoutAKnownKeyNobodyGetsIn(String header) throws Exception {
        Calls.Reply reply = calls.sendWithout(get(OFFICES).header("Authorization", header));

        reply.problem(ProblemType.UNAUTHORIZED);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.response().getCookies()).isEmpty();
    }

    @Test
    void aSignedInMemberOfStaffStillNeedsAKey() throws Exception {
        calls.sendWithout(get(OFFICES)).problem(ProblemType.UNAUTHORIZED);
        calls.sendWithout(get("/api/v1/unknown")).problem(ProblemType.UNAUTHORIZED);
    }

    @Test
    void theDemonstrationKeysHaveTheirScopes() throws Exception {
        assertThat(calls.get("demo-adm", "/api/test-only/adm").status()).isEqualTo(200);
        calls.get("demo-bds", "/api/test-only/adm").problem(ProblemType.FORBIDDEN);
        calls.get("demo-ikd", "/api/test-only/adm").problem(ProblemType.FORBIDDEN);
    }

    @Test
    void anyKeyMayAskForTheOffices() throws Exception {
        var offices = calls.get("demo-ikd", OFFICES).json();

        assertThat(offices).hasSize(33);
        assertThat(offices.get(0).propertyNames()).containsExactly("code", "name", "kind", "timeZone");
        assertThat(offices.get(0).path("code").asString()).isEqualTo("DINAS");
        assertThat(offices.get(0).path("timeZone").asString()).isEqualTo("Asia/Jakarta");
    }
}
