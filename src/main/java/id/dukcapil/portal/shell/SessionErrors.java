package id.dukcapil.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Notify;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * What is left when an action of a view throws: expected refusals become their own sentence, everything else a calm
 * one with an incident number. Nothing technical reaches the screen.
 */
class SessionErrors implements ErrorHandler {

    static final String CHANGED_BY_OTHERS =
            "Data baru saja diubah orang lain. Halaman sudah dimuat ulang; periksa lalu ulangi.";
    static final String NOT_ALLOWED = "Akun Anda tidak berwenang melakukan ini.";

    static final String DATABASE_AWAY =
            "Basis data portal sedang tidak dapat dihubungi. Tindakan ini belum tersimpan; coba lagi sebentar lagi.";
    static final String DISK_FULL =
            "Ruang penyimpanan portal penuh. Tindakan ini tidak tersimpan; sampaikan kepada administrator.";

    static final String IN_EACH_OTHERS_WAY =
            "Orang lain sedang menyimpan data yang sama. Tindakan ini tidak tersimpan; ulangi sekarang.";

    @Override
    public void error(ErrorEvent event) {
        Throwable cause = event.getThrowable();
        UI ui = UI.getCurrent();
        if (find(OptimisticLockingFailureException.class, cause) != null) {
            tell(ui, () -> {
                ui.refreshCurrentRoute(false);
                Notify.warning(CHANGED_BY_OTHERS);
            });
            return;
        }
        InvalidInput invalid = find(InvalidInput.class, cause);
        if (invalid != null) {
            String sentences = String.valueOf(invalid.getMessage());
            tell(ui, () -> Notify.problem(sentences));
        } else if (find(AccessDeniedException.class, cause) != null) {
            tell(ui, () -> Notify.problem(NOT_ALLOWED));
        } else if (!isBrokenConnection(cause)) {
            report(event, ui, Trouble.of(cause));
        }
    }

    private static void report(ErrorEvent event, @Nullable UI ui, Trouble trouble) {
        String where = event.getComponent()
                .map(component -> component.getClass().getSimpleName())
                .orElse("the session");
        var incident = Incident.report(event.getThrowable(), where);
        tell(ui, () -> Notify.problem(sentence(trouble, incident)));
    }

    static String sentence(Trouble trouble, Incident incident) {
        return switch (trouble) {
            case DATABASE_AWAY -> DATABASE_AWAY;
            case DISK_FULL -> DISK_FULL;
            case IN_EACH_OTHERS_WAY -> IN_EACH_OTHERS_WAY;
            case UNFORESEEN -> calmSentence(incident);
        };
    }

    static String calmSentence(Incident incident) {
        return "Maaf, ada gangguan dan tindakan ini mungkin belum tersimpan. Coba lagi; bila berulang, sampaikan nomor %s kepada administrator."
                .formatted(incident.number());
    }

    private static void tell(@Nullable UI ui, Runnable message) {
        if (ui != null) {
            message.run();
        }
    }

    /** Somebody closed the browser while it was being answered: nobody is there to be told. */
    private static boolean isBrokenConnection(Throwable cause) {
        return DefaultErrorHandler.SOCKET_EXCEPTIONS.contains(cause.getClass().getName());
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, @Nullable Throwable from) {
        for (Throwable cause = from; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
