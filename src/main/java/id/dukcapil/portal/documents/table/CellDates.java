package id.dukcapil.portal.documents.table;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/** Which cell styles of a workbook show their number as a date, and which date that is. */
final class CellDates {

    private final BitSet styles = new BitSet();
    private boolean from1904;

    static CellDates of(XSSFReader reader) throws IOException, InvalidFormatException, XMLStreamException {
        var dates = new CellDates();
        try (InputStream workbook = reader.getWorkbookData()) {
            dates.readEpoch(workbook);
        }
        try (@Nullable InputStream formats = reader.getStylesData()) {
            if (formats != null) {
                dates.readStyles(formats);
            }
        }
        return dates;
    }

    private void readEpoch(InputStream xml) throws XMLStreamException {
        XMLStreamReader events = XMLHelper.newXMLInputFactory().createXMLStreamReader(xml);
        while (events.hasNext()) {
            if (events.next() == XMLStreamConstants.START_ELEMENT
                    && events.getLocalName().equals("workbookPr")) {
                String flag = String.valueOf(events.getAttributeValue(null, "date1904"));
                from1904 = flag.equals("1") || flag.equals("true");
            }
        }
    }

    private void readStyles(InputStream xml) throws XMLStreamException {
        Map<Integer, String> own = new HashMap<>();
        boolean inCellFormats = false;
        int style = 0;
        XMLStreamReader events = XMLHelper.newXMLInputFactory().createXMLStreamReader(xml);
        while (events.hasNext()) {
            int event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (events.getLocalName()) {
                    case "numFmt" -> own.put(number(events, "numFmtId"), events.getAttributeValue(null, "formatCode"));
                    case "cellXfs" -> inCellFormats = true;
                    case "xf" -> {
                        if (inCellFormats) {
                            styles.set(style++, isDate(number(events, "numFmtId"), own));
                        }
                    }
                    default -> {
                        // Fonts, borders and fills do not change what a cell says
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && events.getLocalName().equals("cellXfs")) {
                inCellFormats = false;
            }
        }
    }

    private static boolean isDate(int format, Map<Integer, String> own) {
        @Nullable String code = own.get(format);
        return DateUtil.isADateFormat(format, code == null ? BuiltinFormats.getBuiltinFormat(format) : code);
    }

    private static int number(XMLStreamReader events, String attribute) {
        @Nullable String value = events.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }

    boolean isDate(int style) {
        return styles.get(style);
    }

    /** @return in ISO form, without a time when it is midnight; null when the number is no date of the calendar */
    @Nullable
    String text(double number) {
        if (!DateUtil.isValidExcelDate(number)) {
            return null;
        }
        try {
            LocalDateTime moment = DateUtil.getLocalDateTime(number, from1904, true);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        } catch (DateTimeException outside) {
            return null;
        }
    }
}
