package id.dukcapil.portal.channel;

import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/**
 * A key that is published so that everybody can try the API; it opens the demonstration set-up only.
 *
 * @param text what stands after {@code Authorization: Bearer}
 */
public record DemonstrationKey(String client, String text, int requestsPerMinute, Set<ApiScope> scopes) {

    public static final List<DemonstrationKey> ALL = List.of(
            new DemonstrationKey("Aplikasi BDS (demonstrasi)", "demo-bds", 12_000, Set.of(ApiScope.BOOKING)),
            new DemonstrationKey(
                    "Kanal IKD (demonstrasi)", "demo-ikd", 3_000, Set.of(ApiScope.SUBMISSION, ApiScope.ACTIVATION)),
            new DemonstrationKey("Anjungan ADM (demonstrasi)", "demo-adm", 600, Set.of(ApiScope.ADM)));

    /** Whether that hash belongs to a key everybody knows. */
    static boolean isPublished(byte[] keyHash) {
        return ALL.stream().anyMatch(key -> MessageDigest.isEqual(new ApiKey(key.text()).hash(), keyHash));
    }

    public DemonstrationKey {
        scopes = Set.copyOf(scopes);
    }
}
