package id.dukcapil.portal.channel.api;

import id.dukcapil.portal.channel.ProblemType;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page behind the {@code type} of a problem, for the programmer at the other end who opens it in a browser. */
@Controller
class ProblemPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String PAGE = """
            <!doctype html>
            <html lang="id">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s – Portal Dukcapil</title>
              <style>
                body { font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem;
                       color-scheme: light dark; }
                code { font-size: .95em; }
              </style>
            </head>
            <body>
              <h1>%1$s</h1>
              <p>%2$s</p>
              <p>Nama masalah: <code>%3$s</code> · status HTTP <code>%4$d</code></p>
              <p><a href="/swagger-ui.html">Dokumentasi API</a></p>
            </body>
            </html>
            """;

    @GetMapping("/problems/{name}")
    ResponseEntity<String> explain(@PathVariable String name) {
        return ProblemType.find(name)
                .map(type -> ResponseEntity.ok().contentType(HTML).body(page(type)))
                .orElseGet(() -> ResponseEntity.status(404).contentType(HTML).body(page(ProblemType.NOT_FOUND)));
    }

    private static String page(ProblemType type) {
        return PAGE.formatted(
                type.title(), type.advice(), type.code(), type.status().value());
    }
}
