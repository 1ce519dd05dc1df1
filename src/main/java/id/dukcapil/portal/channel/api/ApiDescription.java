package id.dukcapil.portal.channel.api;

import id.dukcapil.portal.channel.Answer;
import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.channel.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;

/** The OpenAPI description of everything under {@code /api}: what all calls have in common stands here once. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String KEY = "kunci-api";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(IdempotentRequest.class, ApiClient.class)
                .addResponseWrapperToIgnore(Answer.class);
    }

    @Bean
    OpenAPI portalApi(@Value("${portal.version:}") String version) {
        return new OpenAPI()
                .info(new Info().title("API Portal Dukcapil").version(version).description(introduction()))
                .servers(List.of(new Server().url("/").description("Portal ini")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description(
                                                "Kunci API dari dinas. Setiap kunci memiliki cakupan"
                                                        + " (booking, submission, activation, adm) dan batas permintaan per menit."))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /** Adds the refusals every call can meet, and the key that creating calls need. */
    @Bean
    GlobalOperationCustomizer commonToAllCalls() {
        return (operation, method) -> {
            refusal(operation, "401", "Kunci API tidak ada, tidak dikenal, dicabut, atau kedaluwarsa", null);
            refusal(operation, "403", "Kunci tidak memiliki cakupan untuk panggilan ini", null);
            refusal(operation, "429", "Batas permintaan per menit tercapai", "Retry-After");
            refusal(operation, "500", "Kesalahan pada portal", null);
            refusal(operation, "503", "Portal sedang sibuk; ulangi permintaan yang sama", "Retry-After");
            if (creates(method)) {
                answersCreated(operation);
                operation.addParametersItem(idempotencyKey());
                refusal(operation, "400", "Header Idempotency-Key tidak ada atau tidak sah", null);
                refusal(operation, "413", "Isi permintaan terlalu besar", null);
                refusal(operation, "415", "Jenis isi tidak didukung", null);
            }
            if (operation.getRequestBody() != null) {
                refusal(operation, "408", "Isi permintaan terlalu lambat", null);
            }
            if (takesInput(operation)) {
                refusal(operation, "422", "Isian tidak sah; keterangannya pada errors", null);
            }
            return operation;
        };
    }

    private static boolean creates(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IdempotentRequest.class);
    }

    /** The document generator cannot see the status inside a ResponseEntity and assumes 200. */
    private static void answersCreated(Operation operation) {
        ApiResponse assumed = operation.getResponses().get("200");
        if (assumed != null && "OK".equals(assumed.getDescription())) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("201", assumed.description("Dibuat"));
        }
    }

    private static boolean takesInput(Operation operation) {
        return operation.getRequestBody() != null || operation.getParameters() != null;
    }

    private static HeaderParameter idempotencyKey() {
        var header = new HeaderParameter();
        header.name("Idempotency-Key")
                .required(true)
                .description(
                        "Kunci buatan pemanggil untuk satu permintaan baru, 1–64 karakter ASCII tanpa spasi, misalnya"
                                + " UUID. Permintaan yang diulang dengan kunci dan isi yang sama mendapat jawaban pertama, dengan"
                                + " header Idempotent-Replayed: true. Berlaku 7 hari.")
                .schema(new JsonSchema()
                        .types(Set.of("string"))
                        .minLength(1)
                        .maxLength(64)
                        .pattern("^[\\x21-\\x7E]+$"))
                .example("7c9e6679-7425-40de-944b-e07fc1f90ae7");
        return header;
    }

    private static void refusal(Operation operation, String status, String description, @Nullable String header) {
        if (operation.getResponses().containsKey(status)) {
            return;
        }
        var response = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        if (header != null) {
            response.addHeaderObject(
                    header,
                    new Header().description("Detik sampai boleh diulang").schema(typed("integer", null)));
        }
        operation.getResponses().addApiResponse(status, response);
    }

    private static Schema<?> problem() {
        var field = typed("object", "Satu isian yang harus diperbaiki");
        field.addProperty("field", typed("string", "Nama isian pada permintaan"));
        field.addProperty("message", typed("string", "Kalimat untuk orang yang mengisi"));
        var errors = typed("array", "Isian yang harus diperbaiki, bila ada");
        errors.items(field);
        var type = typed("string", "Nama masalah; alamatnya menampilkan penjelasan");
        type.example("/problems/quota-full");
        var problem = typed("object", "Masalah menurut RFC 9457");
        problem.addProperty("type", type);
        problem.addProperty("title", typed("string", "Judul, sama untuk setiap kejadian"));
        problem.addProperty("status", typed("integer", "Status HTTP"));
        problem.addProperty("detail", typed("string", "Keterangan kejadian ini"));
        problem.addProperty("errors", errors);
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static JsonSchema typed(String type, @Nullable String description) {
        var schema = new JsonSchema();
        schema.types(Set.of(type)).description(description);
        return schema;
    }

    private static String introduction() {
        String names = Arrays.stream(ProblemType.values())
                .map(type -> "| `%s` | %d | %s |"
                        .formatted(type.code(), type.status().value(), type.title()))
                .collect(Collectors.joining("\n"));
        return """
                Jalan masuk bagi sistem lain: aplikasi pemesanan BDS, kanal IKD, dan anjungan ADM.

                - JSON, UTF-8, camelCase; tanggal `2026-11-23`, waktu ISO 8601 dengan selisih zona.
                - Setiap permintaan membawa `Authorization: Bearer <kunci>`.
                - Setiap POST yang membuat sesuatu membawa `Idempotency-Key`; permintaan yang sama tidak dikerjakan dua kali.
                - Penolakan berupa `application/problem+json` (RFC 9457) dengan `type` tetap `/problems/<nama>`.
                - Setiap jawaban membawa `X-Request-Id`; sebutkan bila melapor kepada dinas.

                | Masalah | Status | Arti |
                |---|---|---|
                %s
                """.formatted(names);
    }
}
