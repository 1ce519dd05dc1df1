package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is proposed, and how far it is.
 *
 * @param seconds how long it may be improved
 * @param curve costs by second: "0:35434,3:34020"
 * @param costs by rule, first and final: "TRAVEL:12794:12700"
 * @param months minutes on one set that are needed and available: "2027-01:9600:24000"
 * @param trouble why it failed; null for nothing
 */
public record Proposal(
        UUID id,
        OfficeCode office,
        LocalDate firstDay,
        LocalDate lastDay,
        int seconds,
        ProposalStatus status,
        boolean stopAsked,
        String askedBy,
        Instant askedAt,
        int firstMillis,
        long naiveCost,
        long firstCost,
        long cost,
        long neededMinutes,
        long availableMinutes,
        String curve,
        String costs,
        String months,
        @Nullable String trouble) {

    /** First and second number by name, in the order of the text. */
    public static Map<String, long[]> pairs(String text) {
        var pairs = new LinkedHashMap<String, long[]>();
        if (!text.isEmpty()) {
            Arrays.stream(text.split(","))
                    .map(part -> part.split(":"))
                    .forEach(part -> pairs.put(part[0], new long[] {Long.parseLong(part[1]), Long.parseLong(part[2])}));
        }
        return pairs;
    }

    /** Hours on one set that are lacking. */
    public long missingHours() {
        return Math.max(0, Math.ceilDiv(neededMinutes - availableMinutes, 60L));
    }
}
