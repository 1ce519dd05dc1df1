package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a request is refused for good.
 *
 * @param reason for the applicant to read
 * @param legalBasis the rule that demands it, "Perpres 96/2018 Pasal 11"
 */
public record Rejection(String reason, String legalBasis) {

    private static final int LONGEST_BASIS = 200;

    /** @throws InvalidInput unless both are said */
    public Rejection {
        reason = reason.strip();
        legalBasis = legalBasis.strip();
        List<Finding> findings = new ArrayList<>();
        if (reason.isEmpty() || reason.length() > Shortcomings.LONGEST_NOTE) {
            findings.add(Finding.error(
                    "reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(Shortcomings.LONGEST_NOTE)));
        }
        if (legalBasis.isEmpty() || legalBasis.length() > LONGEST_BASIS) {
            findings.add(Finding.error(
                    "legalBasis", "Dasar hukum harus diisi, paling banyak %d huruf.".formatted(LONGEST_BASIS)));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }
}
