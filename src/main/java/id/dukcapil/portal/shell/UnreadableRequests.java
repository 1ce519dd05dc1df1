package id.dukcapil.portal.shell;

import id.dukcapil.portal.channel.ApiErrorAnswers;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that Tomcat refuses before any filter: with a problem if an address of the API cannot be decoded, else
 * with an empty body, in place of Tomcat's own page.
 */
final class UnreadableRequests extends ErrorReportValve {

    private final ApiErrorAnswers api;

    UnreadableRequests(ApiErrorAnswers api) {
        this.api = api;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        BrowserSecurity.headers(request.isSecure()).forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        try {
            api.answerUndecodable(request.getRequestURI(), response);
        } catch (IOException | IllegalStateException gone) {
            response.setError();
        }
    }
}
