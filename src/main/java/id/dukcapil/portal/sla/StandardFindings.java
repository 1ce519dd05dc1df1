package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.joining;

import id.dukcapil.portal.common.Finding;
import java.util.List;
import java.util.stream.Stream;

/** What a careful reader notices about a procedure; one method per rule. Everything is a warning: the paper stands. */
final class StandardFindings {

    private StandardFindings() {}

    /** @param sameNumber other procedures of the same office under the same number */
    static List<Finding> of(ServiceStandard standard, List<StandardIdentity> sameNumber) {
        return Stream.of(
                        numberIsMissing(standard),
                        numberIsShared(standard, sameNumber),
                        approvalIsUnreadable(standard),
                        nipIsImplausible(standard),
                        totalDiffersFromItsSteps(standard),
                        timesAreMissing(standard))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> numberIsMissing(ServiceStandard standard) {
        return standard.identity().number() == null
                ? Stream.of(Finding.warning(
                        "number", "Nomor SOP tercetak kosong; SOP ini dikenali dari kabupaten dan tahunnya."))
                : Stream.empty();
    }

    private static Stream<Finding> numberIsShared(ServiceStandard standard, List<StandardIdentity> sameNumber) {
        return sameNumber.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "number",
                        "Nomor ini juga dipakai %s %s; sebutkan selalu bersama tahunnya."
                                .formatted(
                                        sameNumber.stream()
                                                .map(StandardIdentity::title)
                                                .collect(joining(" dan ")),
                                        standard.regency())));
    }

    private static Stream<Finding> approvalIsUnreadable(ServiceStandard standard) {
        return standard.approval() == null
                ? Stream.of(Finding.warning("approval", "Pengesahan tidak terbaca pada salinan SOP ini."))
                : Stream.empty();
    }

    private static Stream<Finding> nipIsImplausible(ServiceStandard standard) {
        Approval approval = standard.approval();
        return approval == null
                ? Stream.empty()
                : approval.nip().findings().stream()
                        .map(finding -> Finding.warning(
                                finding.field(),
                                "NIP Kepala Dinas tercetak %s. %s"
                                        .formatted(approval.printedNip(), finding.message())));
    }

    private static Stream<Finding> totalDiffersFromItsSteps(ServiceStandard standard) {
        return standard.totalsDiffer()
                ? Stream.of(Finding.warning(
                        "printedTotal",
                        "Total waktu tercantum %d menit, sedangkan jumlah waktu %d langkahnya %s."
                                .formatted(
                                        standard.printedTotal(),
                                        standard.steps().size(),
                                        standard.total().words())))
                : Stream.empty();
    }

    private static Stream<Finding> timesAreMissing(ServiceStandard standard) {
        String steps = standard.steps().stream()
                .filter(step -> !step.time().isKnown())
                .map(step -> String.valueOf(step.number()))
                .collect(joining(" dan "));
        return steps.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning("steps", "Waktu langkah %s tidak tercetak.".formatted(steps)));
    }
}
