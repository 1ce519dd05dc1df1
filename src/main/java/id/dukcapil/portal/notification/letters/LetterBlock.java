package id.dukcapil.portal.notification.letters;

import java.util.List;

/** A part of a letter: what it is, and its words, which may hold placeholders. */
sealed interface LetterBlock {

    record Heading(String text) implements LetterBlock {}

    record Paragraph(String text) implements LetterBlock {}

    /** Something to be copied or read out, set large. */
    record Figure(String caption, String text) implements LetterBlock {}

    /** Words as a QR code to be held under a scanner; nothing when they turn out empty. */
    record QrCode(String caption, String text) implements LetterBlock {}

    /** Something to be opened in a browser, as a button; nothing when the address turns out empty. */
    record Link(String caption, String address) implements LetterBlock {}

    record Facts(List<Fact> facts) implements LetterBlock {}

    record Fact(String label, String value) {}

    record Points(List<String> points) implements LetterBlock {}

    record Notice(String text) implements LetterBlock {}
}
