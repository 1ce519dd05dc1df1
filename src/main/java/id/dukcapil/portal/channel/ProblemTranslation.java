package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.DatabaseAway;
import id.dukcapil.portal.common.DiskFull;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.LockConflict;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says any exception in the words of the contract, and nothing more than the contract allows. */
@Component
class ProblemTranslation {

    static final Duration PAUSE_WHEN_OVERLOADED = Duration.ofSeconds(2);

    /** Somebody has to make room first. */
    static final Duration PAUSE_WHEN_FULL = Duration.ofMinutes(1);

    private static final String CHECK_FIELDS = "Ada isian yang perlu diperbaiki.";
    private static final Set<String> NIK_FIELDS = Set.of("nik", "applicantNik");

    /** The problem an exception stands for; {@code internal-error} for whatever nobody foresaw. */
    Problem problemOf(Exception exception) {
        return switch (exception) {
            case ProblemException refusal -> refusal.problem();
            case InvalidInput invalid -> invalidInput(invalid.findings());
            case AccessDeniedException denied -> plain(ProblemType.FORBIDDEN);
            case AuthenticationException unknown -> unauthorized();
            default -> requestFault(exception).orElseGet(() -> serverFault(exception));
        };
    }

    Problem unauthorized() {
        return plain(ProblemType.UNAUTHORIZED).withHeader("WWW-Authenticate", "Bearer");
    }

    Problem plain(ProblemType type) {
        return Problem.of(type, type.advice());
    }

    private static Problem invalidInput(List<Finding> findings) {
        boolean nik = findings.stream().anyMatch(finding -> finding.isError() && NIK_FIELDS.contains(finding.field()));
        return Problem.of(nik ? ProblemType.INVALID_NIK : ProblemType.INVALID_REQUEST, CHECK_FIELDS)
                .withErrors(findings);
    }

    private Optional<Problem> requestFault(Exception exception) {
        return Optional.ofNullable(
                switch (exception) {
                    case MaxUploadSizeExceededException large -> plain(ProblemType.PAYLOAD_TOO_LARGE);
                    // The disk takes no more of what is being sent; that is nobody's mistake at the other end
                    case MultipartException broken when DiskFull.isBehind(broken) -> null;
                    case MultipartException broken -> unreadable("Isi multipart tidak dapat dibaca.");
                    case HttpMessageNotReadableException unreadable -> unreadableBody(unreadable);
                    case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch.getName(), mismatch);
                    case TypeMismatchException mismatch ->
                        mismatch(Objects.requireNonNullElse(mismatch.getPropertyName(), "nilai"), mismatch);
                    case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
                    case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
                    case MissingRequestHeaderException missing -> missing(missing.getHeaderName());
                    case BindException binding ->
                        invalidInput(binding.getFieldErrors().stream()
                                .map(error -> error(error.getField(), error.getDefaultMessage()))
                                .toList());
                    case HandlerMethodValidationException validation ->
                        invalidInput(validation.getParameterValidationResults().stream()
                                .flatMap(result -> result.getResolvableErrors().stream()
                                        .map(error -> error(
                                                result.getMethodParameter().getParameterName(),
                                                error.getDefaultMessage())))
                                .toList());
                    case ConstraintViolationException violation ->
                        invalidInput(violation.getConstraintViolations().stream()
                                .map(error ->
                                        error(lastNode(error.getPropertyPath().toString()), error.getMessage()))
                                .toList());
                    case InvalidParameterException undecodable -> plain(ProblemType.INVALID_REQUEST);
                    case RequestRejectedException forbiddenBytes -> plain(ProblemType.INVALID_REQUEST);
                    case ServletRequestBindingException binding -> plain(ProblemType.INVALID_REQUEST);
                    case AsyncRequestTimeoutException late -> overloaded();
                    case ErrorResponse response -> byStatus(response);
                    default -> null;
                });
    }

    private Problem serverFault(Exception exception) {
        if (DiskFull.isBehind(exception)) {
            return plain(ProblemType.OVERLOADED).retryAfter(PAUSE_WHEN_FULL);
        }
        // It may have gone in the middle of a commit: who asks again with the key finds out
        if (DatabaseAway.isBehind(exception)) {
            return overloaded();
        }
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof SQLTransientException
                    || LockConflict.is(cause)) {
                return overloaded();
            }
        }
        return plain(ProblemType.INTERNAL_ERROR);
    }

    private Problem overloaded() {
        return plain(ProblemType.OVERLOADED).retryAfter(PAUSE_WHEN_OVERLOADED);
    }

    private @Nullable Problem byStatus(ErrorResponse response) {
        ProblemType type = typeOf(response.getStatusCode());
        if (type == null) {
            return null;
        }
        Problem problem = plain(type);
        for (String header : List.of("Allow", "Accept")) {
            List<String> values = response.getHeaders().getOrEmpty(header);
            if (!values.isEmpty()) {
                problem = problem.withHeader(header, String.join(", ", values));
            }
        }
        return problem;
    }

    /** For an error of which only the status is known. */
    Problem ofStatus(int status) {
        return plain(Objects.requireNonNullElse(typeOf(HttpStatusCode.valueOf(status)), ProblemType.INTERNAL_ERROR));
    }

    private static @Nullable ProblemType typeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> ProblemType.NOT_FOUND;
            case 405, 501 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 408 -> ProblemType.REQUEST_TIMEOUT;
            case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            default -> status.is4xxClientError() ? ProblemType.INVALID_REQUEST : null;
        };
    }

    private static Problem unreadable(String detail) {
        return Problem.of(ProblemType.INVALID_REQUEST, detail);
    }

    private static Problem unreadableBody(HttpMessageNotReadableException exception) {
        InvalidInput invalid = causeOf(exception, InvalidInput.class);
        if (invalid != null) {
            return invalidInput(invalid.findings());
        }
        JacksonException json = causeOf(exception, JacksonException.class);
        if (json == null) {
            return unreadable("Isi permintaan wajib ada.");
        }
        String field = pathOf(json);
        if (field.isEmpty()) {
            return unreadable(
                    json instanceof MismatchedInputException
                            ? "Isi permintaan harus berupa satu objek JSON."
                            : "Isi permintaan bukan JSON yang benar.");
        }
        return fieldFault(field, Expectation.sentence(field, expectedBy(json)));
    }

    private static @Nullable Class<?> expectedBy(JacksonException exception) {
        return switch (exception) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException overflow -> overflow.getTargetType();
            default -> null;
        };
    }

    private static Problem mismatch(String field, TypeMismatchException exception) {
        InvalidInput invalid = causeOf(exception, InvalidInput.class);
        return invalid != null
                ? invalidInput(invalid.findings())
                : fieldFault(field, Expectation.sentence(field, exception.getRequiredType()));
    }

    private static Problem missing(String field) {
        return fieldFault(field, FieldNames.label(field) + " wajib diisi.");
    }

    /** The form of one field is wrong, which is {@code invalid-request} for a NIK too: nothing was judged yet. */
    private static Problem fieldFault(String field, String message) {
        return Problem.of(ProblemType.INVALID_REQUEST, CHECK_FIELDS).withErrors(List.of(Finding.error(field, message)));
    }

    private static Finding error(@Nullable String field, @Nullable String message) {
        String name = field == null ? "" : field;
        return Finding.error(name, StringUtils.hasText(message) ? message : FieldNames.label(name) + " wajib diisi.");
    }

    /** {@code pupils[2].nik} of the JSON that came in. */
    private static String pathOf(JacksonException exception) {
        var path = new StringBuilder();
        for (var step : exception.getPath()) {
            String property = step.getPropertyName();
            if (property == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(property);
            }
        }
        return path.toString();
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
