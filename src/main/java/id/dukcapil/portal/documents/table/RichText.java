package id.dukcapil.portal.documents.table;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of a text element, without its formatting and without the reading aids of East Asian scripts. */
final class RichText {

    /** What a cell of Excel holds at most; whoever writes more into one wants to fill the memory. */
    static final int LONGEST = 32_767;

    private RichText() {}

    /** Reads up to the end of the element that has just begun. */
    static String read(XMLStreamReader events, String element) throws XMLStreamException {
        String only = "";
        StringBuilder text = null;
        boolean inText = false;
        boolean aid = false;
        while (events.hasNext()) {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = events.getLocalName().equals("t");
                    aid |= events.getLocalName().equals("rPh");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && !aid) {
                        String piece = events.getText();
                        if (text == null && only.isEmpty()) {
                            only = piece;
                        } else {
                            text = text == null ? new StringBuilder(only) : text;
                            text.append(piece);
                        }
                        requireShort(text == null ? only.length() : text.length());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (events.getLocalName().equals(element)) {
                        return text == null ? only : text.toString();
                    }
                    inText = false;
                    aid &= !events.getLocalName().equals("rPh");
                }
                default -> {
                    // Comments and processing instructions say nothing
                }
            }
        }
        throw new XMLStreamException("Unfinished element " + element);
    }

    static void requireShort(int length) {
        if (length > LONGEST) {
            throw new UnreadableTable("Ada sel yang isinya melebihi 32.767 huruf; berkas seperti itu tidak dibaca.");
        }
    }
}
