package id.dukcapil.portal.documents.api;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.documents.export.Exports;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out the file of an export. An address and not a link of one open page, so that a reload, another window or the browser's
 * own "try again" find it; to anybody but its owner it does not exist.
 */
@RestController
@PreAuthorize("isAuthenticated()")
class ExportDownloadController {

    private final Exports exports;

    ExportDownloadController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/unduhan/{id}/berkas")
    ResponseEntity<Resource> file(@PathVariable String id) {
        Exports.Download download = ExportId.parse(id)
                .flatMap(exports::download)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(download.fileName())
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(download.format().mediaType()))
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(download.file()));
    }
}
