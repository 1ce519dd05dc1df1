package id.dukcapil.portal.shell;

import com.vaadin.flow.server.VaadinRequest;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.NetworkAddress;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.signin.LastSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells after the sign-in when and from where the one before was, so that its owner notices a stranger. */
final class LastSignInNotice {

    private LastSignInNotice() {}

    static void tellOnce(ZoneId zone) {
        if (VaadinRequest.getCurrent() instanceof HttpServletRequest request) {
            LastSignIn.take(request.getSession(false)).ifPresent(last -> tell(last, zone));
        }
    }

    private static void tell(LastSignIn last, ZoneId zone) {
        String sentence = sentence(last, zone);
        if (last.failuresSince() > 0) {
            Notify.warning(sentence);
        } else if (!sentence.isEmpty()) {
            Notify.done(sentence);
        }
    }

    /** "Terakhir masuk Sab, 21 Nov 09.15 dari 10.0.0.5; 2 percobaan gagal sejak itu." */
    static String sentence(LastSignIn last, ZoneId zone) {
        @Nullable Instant at = last.at();
        if (at == null) {
            return last.failuresSince() == 0
                    ? ""
                    : "Ada %d percobaan masuk yang gagal sebelum ini.".formatted(last.failuresSince());
        }
        String before = "Terakhir masuk %s dari %s"
                .formatted(
                        Formats.shortDateTime(at, zone),
                        NetworkAddress.shown(Objects.requireNonNullElse(last.address(), "tempat yang tidak tercatat")));
        return last.failuresSince() == 0
                ? before + "."
                : before + "; %d percobaan gagal sejak itu.".formatted(last.failuresSince());
    }
}
