package id.dukcapil.portal.common;

import java.time.Instant;
import java.util.UUID;

/**
 * Whoever moved a case thought better of it within seconds: the last {@link CaseMoved} counts as if it had never been.
 * Published inside the business transaction by the module that leads the process.
 *
 * @param step number of the step in which the case lies again
 */
public record CaseMoveTakenBack(UUID caseId, String number, OfficeCode office, int step, Instant at) {}
