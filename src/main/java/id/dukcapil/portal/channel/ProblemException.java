package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A refusal in the words of the API contract. Thrown inside {@link Idempotency#once} it undoes the work and leaves the key free. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /** @param errors findings about single fields; warnings among them are not shown */
    public ProblemException(ProblemType type, String detail, List<Finding> errors) {
        this(Problem.of(type, detail).withErrors(errors));
    }

    /** @param members further members the contract names for this problem, such as {@code attemptsLeft} */
    public ProblemException(ProblemType type, String detail, Map<String, ?> members) {
        this(Problem.of(type, detail).withMembers(members));
    }

    /** {@code rate-limited}, with the time after which it may be tried again. */
    public static ProblemException rateLimited(String detail, Duration wait) {
        return new ProblemException(Problem.of(ProblemType.RATE_LIMITED, detail).retryAfter(wait));
    }

    ProblemException(Problem problem) {
        super(problem.type().code());
        this.problem = problem;
    }

    public ProblemType type() {
        return problem.type();
    }

    /** Indonesian sentence for the person at the other end. */
    public String detail() {
        return problem.detail();
    }

    Problem problem() {
        return problem;
    }
}
