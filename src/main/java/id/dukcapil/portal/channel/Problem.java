package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.Finding;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * One refusal as it goes out (RFC 9457).
 *
 * @param detail Indonesian; says what happened this time, without personal data
 * @param members further members beside the standard ones
 * @param headers to be sent with it
 */
record Problem(
        ProblemType type, String detail, List<FieldError> errors, Map<String, Object> members, HttpHeaders headers) {

    /** One field that must change, as the contract names it. */
    record FieldError(String field, String message) {}

    Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of(), new HttpHeaders());
    }

    Problem withErrors(List<Finding> findings) {
        List<FieldError> fields = findings.stream()
                .filter(Finding::isError)
                .map(finding -> new FieldError(finding.field(), finding.message()))
                .toList();
        return new Problem(type, detail, fields, members, headers);
    }

    Problem withMembers(Map<String, ?> further) {
        return new Problem(type, detail, errors, new LinkedHashMap<>(further), headers);
    }

    Problem withHeader(String name, String value) {
        var all = new HttpHeaders(headers);
        all.set(name, value);
        return new Problem(type, detail, errors, members, all);
    }

    /** Whole seconds, rounded up: who comes back then is not early. */
    Problem retryAfter(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return withHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type.uri());
        json.put("title", type.title());
        json.put("status", type.status().value());
        json.put("detail", detail);
        if (!errors.isEmpty()) {
            json.put("errors", errors);
        }
        json.putAll(members);
        return json;
    }
}
