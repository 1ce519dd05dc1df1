package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.ApiClientRecords.KeyOwner;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.PlainText;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outside systems the office lets in, and their keys. A key is replaced without an interruption by issuing the
 * next one first; revoking works from the next request on.
 */
@Service
@PreAuthorize("hasAuthority('API_CLIENT_EDIT')")
public class ApiClients {

    /** How long an old key may go on beside its successor. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private static final String KIND = "Klien API";
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 200;
    private static final int HIGHEST_RATE = 1_000_000;

    /**
     * A key that has just been issued.
     *
     * @param text the secret; this is the only time it can be seen
     */
    public record IssuedKey(UUID id, String text) {

        @Override
        public String toString() {
            return "IssuedKey[id=" + id + "]";
        }
    }

    private final ApiClientRecords records;
    private final ApiClientLists lists;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiClients(
            ApiClientRecords records,
            ApiClientLists lists,
            CurrentStaff staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.lists = lists;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** All outside systems by name. */
    @Transactional(readOnly = true)
    public List<ApiClientRow> all() {
        return lists.clients();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ApiKeyRow> keysOf(UUID client) {
        return lists.keysOf(client);
    }

    /**
     * @param requestsPerMinute all processes of the portal together
     * @throws InvalidInput when the name is missing, too long or taken, a scope is missing or the rate is not positive
     */
    @Transactional
    public ApiClient register(String name, Set<ApiScope> scopes, int requestsPerMinute) {
        requireUsable(name, scopes, requestsPerMinute);
        try {
            ApiClient client = records.enterClient(name.strip(), scopes, requestsPerMinute);
            events.publishEvent(AuditEvent.of(KIND, client.name(), "Ditambahkan")
                    .changing("Cakupan", null, labels(scopes))
                    .changing("Permintaan per menit", null, requestsPerMinute));
            return client;
        } catch (DuplicateKeyException taken) {
            throw nameIsTaken();
        }
    }

    /**
     * @param seen the client as it was shown
     * @throws ChangedMeanwhile when somebody else changed it since
     */
    @Transactional
    public void change(ApiClientRow seen, String name, Set<ApiScope> scopes, int requestsPerMinute) {
        requireUsable(name, scopes, requestsPerMinute);
        try {
            if (!records.change(seen, name.strip(), requestsPerMinute)) {
                throw changedMeanwhile(seen.name());
            }
        } catch (DuplicateKeyException taken) {
            throw nameIsTaken();
        }
        records.replaceScopes(seen.id(), scopes);
        events.publishEvent(AuditEvent.of(KIND, seen.name(), "Diubah")
                .changing("Nama", seen.name(), name.strip())
                .changing("Cakupan", labels(seen.scopes()), labels(scopes))
                .changing("Permintaan per menit", seen.requestsPerMinute(), requestsPerMinute));
    }

    /**
     * @param expiresAt null for a key that works until it is revoked
     * @throws InvalidInput when the client is unknown or the key would be over before it begins
     */
    @Transactional
    public IssuedKey issueKey(UUID client, @Nullable Instant expiresAt) {
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new InvalidInput("expiresAt", "Tanggal berakhir kunci harus di masa depan.");
        }
        return issue(client, nameOf(client), expiresAt, "Kunci diterbitkan");
    }

    /**
     * Issues the next key of the same client; the old one keeps working for the overlap, so that the outside system can
     * change over without an interruption.
     *
     * @throws InvalidInput when the old key does not exist or has been revoked, or the overlap is too long
     */
    @Transactional
    public IssuedKey rotateKey(UUID oldKey, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidInput("overlap", "Kunci lama dapat berlaku paling lama 30 hari lagi.");
        }
        KeyOwner owner = records.lockUsable(oldKey)
                .orElseThrow(() -> new InvalidInput("key", "Kunci itu tidak ada atau sudah dicabut."));
        records.endBy(oldKey, clock.instant().plus(overlap));
        return issue(owner.client(), owner.name(), null, "Kunci diganti (lama: " + owner.prefix() + "…)");
    }

    /** Revoking twice keeps the first moment and its reason. */
    @Transactional
    public void revokeKey(UUID key, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan pencabutan wajib diisi, paling banyak 200 huruf.");
        }
        if (!records.revoke(key, actor(), reason.strip())) {
            return;
        }
        KeyOwner owner = records.ownerOf(key);
        events.publishEvent(AuditEvent.of(KIND, owner.name(), "Kunci %s… dicabut".formatted(owner.prefix()))
                .because(reason.strip()));
    }

    /** Switches all keys of a client off or on again at once. */
    @Transactional
    public void setEnabled(UUID client, boolean enabled) {
        if (records.setEnabled(client, enabled)) {
            events.publishEvent(AuditEvent.of(KIND, nameOf(client), enabled ? "Diaktifkan" : "Dinonaktifkan"));
        }
    }

    private IssuedKey issue(UUID client, String name, @Nullable Instant expiresAt, String action) {
        IssuedKey issued = records.enterKey(client, ApiKey.random(), expiresAt, actor());
        events.publishEvent(AuditEvent.of(KIND, name, action)
                .changing("Kunci", null, new ApiKey(issued.text()).prefix() + "…")
                .changing("Berakhir", null, expiresAt));
        return issued;
    }

    private String nameOf(UUID client) {
        return records.nameOf(client).orElseThrow(() -> new InvalidInput("client", "Klien API itu tidak ada."));
    }

    private String actor() {
        return staff.find().map(StaffMember::fullName).orElse("Portal");
    }

    private static ChangedMeanwhile changedMeanwhile(String name) {
        return new ChangedMeanwhile(
                "Klien %s baru saja diubah petugas lain. Yang tampil kini adalah keadaan terakhir.".formatted(name));
    }

    private static InvalidInput nameIsTaken() {
        return new InvalidInput("name", "Klien API dengan nama itu sudah ada.");
    }

    private static String labels(Set<ApiScope> scopes) {
        return scopes.stream()
                .sorted(Comparator.naturalOrder())
                .map(ApiScope::label)
                .collect(Collectors.joining(", "));
    }

    private static void requireUsable(String name, Set<ApiScope> scopes, int requestsPerMinute) {
        if (!PlainText.isName(name, 1, LONGEST_NAME)) {
            throw new InvalidInput("name", "Nama klien API wajib diisi, paling banyak 120 huruf.");
        }
        if (scopes.isEmpty()) {
            throw new InvalidInput("scopes", "Pilih paling sedikit satu cakupan.");
        }
        if (requestsPerMinute < 1 || requestsPerMinute > HIGHEST_RATE) {
            throw new InvalidInput("requestsPerMinute", "Batas permintaan per menit harus antara 1 dan 1.000.000.");
        }
    }
}
