package id.dukcapil.portal.notification.smtp;

import id.dukcapil.portal.notification.ServerAnswer;
import id.dukcapil.portal.notification.ServerAnswer.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure of Jakarta Mail says about the mail: RFC 5321 answers are hidden in chains of exceptions. */
final class SmtpFailures {

    private static final int SERVICE_CLOSING = 421;

    private SmtpFailures() {}

    private record Reply(int code, String text) {}

    static ServerAnswer answer(MessagingException failure) {
        return chain(failure)
                .flatMap(link -> Stream.ofNullable(reply(link)))
                .filter(reply -> reply.code() >= 400)
                .findFirst()
                .map(SmtpFailures::judged)
                .orElseGet(() -> withoutReply(failure));
    }

    private static ServerAnswer judged(Reply reply) {
        Kind kind =
                reply.code() == SERVICE_CLOSING ? Kind.BROKEN_OFF : reply.code() >= 500 ? Kind.REFUSED : Kind.TRY_LATER;
        return new ServerAnswer(kind, reply.code(), reply.text());
    }

    private static ServerAnswer withoutReply(MessagingException failure) {
        return chain(failure).anyMatch(AddressException.class::isInstance)
                ? new ServerAnswer(Kind.REFUSED, null, "Alamat tujuan tidak sah.")
                : new ServerAnswer(Kind.BROKEN_OFF, null, "Sambungan terputus sebelum server menjawab.");
    }

    /** The address first: it says more than "send failed" around it. */
    private static Stream<Exception> chain(MessagingException failure) {
        return Stream.iterate((Exception) failure, link -> link != null, SmtpFailures::next)
                .sorted((one, other) -> Boolean.compare(isAboutAddress(other), isAboutAddress(one)));
    }

    private static boolean isAboutAddress(Exception link) {
        return link instanceof SMTPAddressFailedException;
    }

    private static @Nullable Exception next(Exception link) {
        return link instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static @Nullable Reply reply(Exception link) {
        return switch (link) {
            case SMTPAddressFailedException address -> new Reply(address.getReturnCode(), text(address));
            case SMTPSenderFailedException sender -> new Reply(sender.getReturnCode(), text(sender));
            case SMTPSendFailedException send -> new Reply(send.getReturnCode(), text(send));
            default -> null;
        };
    }

    private static String text(Exception failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
