package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The names of embedded font subsets. A name begins with six letters that tell subsets of one font apart; a writer
 * takes them by chance, here they follow from the glyphs.
 */
final class FontSubsets {

    private static final int LETTERS = 6;

    private FontSubsets() {}

    static void name(PDDocument document) throws IOException {
        for (COSObject object : document.getDocument().getObjectsByType(COSName.FONT)) {
            if (object.getObject() instanceof COSDictionary font
                    && font.getDictionaryObject(COSName.DESCENDANT_FONTS) instanceof COSArray descendants
                    && descendants.getObject(0) instanceof COSDictionary descendant
                    && descendant.getDictionaryObject(COSName.FONT_DESC) instanceof COSDictionary descriptor
                    && descriptor.getDictionaryObject(COSName.FONT_FILE2) instanceof COSStream program) {
                name(font, descendant, descriptor, program);
            }
        }
    }

    private static void name(COSDictionary font, COSDictionary descendant, COSDictionary descriptor, COSStream program)
            throws IOException {
        String typeface = descriptor.getNameAsString(COSName.FONT_NAME).replaceFirst("^[A-Z]{6}\\+", "");
        COSName name = COSName.getPDFName(letters(program) + "+" + typeface);
        font.setItem(COSName.BASE_FONT, name);
        descendant.setItem(COSName.BASE_FONT, name);
        descriptor.setItem(COSName.FONT_NAME, name);
        // Optional since PDF/A-2, and wrong when incomplete
        descriptor.removeItem(COSName.CID_SET);
    }

    private static String letters(COSStream program) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream glyphs = program.createInputStream()) {
            digest.update(glyphs.readAllBytes());
        }
        byte[] hash = digest.digest();
        var letters = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            letters.append((char) ('A' + (hash[i] & 0xFF) % 26));
        }
        return letters.toString();
    }
}
