package id.dukcapil.portal.recording.book;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Heading of the diary, {@code portal.recording.book.*}.
 *
 * @param title of the printed book
 * @param code that the office gives the book, printed behind the title; empty for none, because the known sources disagree
 */
@ConfigurationProperties("portal.recording.book")
record DiarySettings(
        @DefaultValue("Buku Harian Peristiwa Penting dan Peristiwa Kependudukan")
        String title,

        @DefaultValue("") String code) {

    String heading() {
        return code.isBlank() ? title : title + " (" + code + ")";
    }
}
