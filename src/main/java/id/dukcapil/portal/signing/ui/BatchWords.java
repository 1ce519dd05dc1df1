package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.signing.BatchEnding;
import id.dukcapil.portal.signing.BatchState;
import id.dukcapil.portal.signing.ItemState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a batch gets on, in the words of the screen. */
record BatchWords(BatchState state, Instant now) {

    /** After so many documents the speed says something about the rest. */
    private static final int ENOUGH = 3;

    static int troubled(BatchState state) {
        return state.counts().of(ItemState.FAILED) + state.counts().of(ItemState.UNKNOWN);
    }

    String title() {
        String total = Formats.number(state.counts().total());
        if (state.isRunning()) {
            return state.batch().stopAsked()
                    ? "Menghentikan: menunggu dokumen yang sudah dikirim"
                    : "Menandatangani %s dokumen".formatted(total);
        }
        return "%s dari %s dokumen ditandatangani"
                .formatted(Formats.number(state.counts().of(ItemState.SIGNED)), total);
    }

    String counts() {
        if (state.isRunning()) {
            return said(count(ItemState.SIGNED, "selesai"), trouble());
        }
        return said(trouble(), count(ItemState.NOT_DONE, "tidak dikerjakan"));
    }

    private Optional<String> trouble() {
        String both = said(count(ItemState.FAILED, "gagal"), count(ItemState.UNKNOWN, "belum pasti"));
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private Optional<String> count(ItemState one, String word) {
        int many = state.counts().of(one);
        return many == 0 ? Optional.empty() : Optional.of(Formats.number(many) + " " + word);
    }

    @SafeVarargs
    private static String said(Optional<String>... parts) {
        return List.of(parts).stream().flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    /** Between 0 and 1. */
    double share() {
        int total = state.counts().total();
        return total == 0 ? 0 : (double) state.done() / total;
    }

    @Nullable
    String note() {
        if (state.isRunning()) {
            var parts = new ArrayList<String>();
            state.sent().stream()
                    .findFirst()
                    .ifPresent(item -> parts.add("Sedang: %s %s".formatted(item.title(), item.reference())));
            remaining().ifPresent(left -> parts.add("sisa ± " + left));
            return parts.isEmpty() ? null : String.join(" · ", parts);
        }
        BatchEnding ending = state.batch().ending();
        return ending == null || ending == BatchEnding.COMPLETED ? null : explanation(ending);
    }

    /** In the words of whatever ended it, which say more than the kind of ending. */
    private String explanation(BatchEnding ending) {
        String why = Objects.requireNonNullElse(state.batch().explanation(), ending.label() + ".");
        String waiting =
                state.unsigned() == 0 ? "" : " Yang belum ditandatangani menunggu lagi; tidak ada yang hilang.";
        return why + waiting;
    }

    private Optional<String> remaining() {
        int done = state.done();
        int left = state.counts().total() - done;
        if (done < ENOUGH || left == 0 || state.batch().stopAsked()) {
            return Optional.empty();
        }
        Duration each = Duration.between(state.batch().startedAt(), now).dividedBy(done);
        Duration rest = each.multipliedBy(left);
        return Optional.of(
                rest.toSeconds() < 60
                        ? "%d detik".formatted(Math.max(1, rest.toSeconds()))
                        : Formats.duration(rest.plusSeconds(30)));
    }

    String retry() {
        int failed = state.counts().of(ItemState.FAILED);
        int notDone = state.counts().of(ItemState.NOT_DONE);
        return notDone == 0
                ? "Coba lagi %s yang gagal".formatted(Formats.number(failed))
                : "Lanjutkan %s yang belum".formatted(Formats.number(failed + notDone));
    }
}
