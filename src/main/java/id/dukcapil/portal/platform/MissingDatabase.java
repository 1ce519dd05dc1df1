package id.dukcapil.portal.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.NestedExceptionUtils;

/** Says in its one sentence that a command was pointed at a folder without a database; a stack trace would tell nobody more. */
final class MissingDatabase implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(MissingDatabase.class);

    @Override
    public boolean reportException(Throwable failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof NoDatabaseThere none) {
            log.error("{}", none.getMessage());
            return true;
        }
        return false;
    }
}
