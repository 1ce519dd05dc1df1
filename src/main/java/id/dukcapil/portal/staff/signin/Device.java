package id.dukcapil.portal.staff.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** "Chrome di Windows": what a browser says of itself, as far as its owner recognises it. */
final class Device {

    private Device() {}

    static String of(HttpServletRequest request) {
        return describe(request.getHeader(HttpHeaders.USER_AGENT));
    }

    static String describe(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        return browser(text) + " di " + system(text);
    }

    /** The order matters: Edge and Opera also call themselves Chrome, and Chrome also Safari. */
    private static String browser(String text) {
        return named(
                text,
                "Edg",
                "Edge",
                "OPR/",
                "Opera",
                "SamsungBrowser/",
                "Samsung Internet",
                "Firefox/",
                "Firefox",
                "Chrome/",
                "Chrome",
                "Safari/",
                "Safari",
                "Peramban lain");
    }

    private static String system(String text) {
        return named(
                text,
                "Windows",
                "Windows",
                "Android",
                "Android",
                "iPhone",
                "iPhone",
                "iPad",
                "iPad",
                "Mac OS",
                "Mac",
                "CrOS",
                "ChromeOS",
                "Linux",
                "Linux",
                "perangkat lain");
    }

    private static String named(String text, String... signsAndNames) {
        for (int i = 0; i + 1 < signsAndNames.length; i += 2) {
            if (text.contains(signsAndNames[i])) {
                return signsAndNames[i + 1];
            }
        }
        return signsAndNames[signsAndNames.length - 1];
    }
}
