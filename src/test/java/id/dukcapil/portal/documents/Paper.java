package id.dukcapil.portal.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.staff.Organisation;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** A printed document as its readers see it, and the sample data to print one. */
public final class Paper {

    static final Template TICKET_A6 = new Template("booking/ticket-a6");
    static final Template TICKET_80MM = new Template("booking/ticket-80mm");
    static final Template DAY_LIST = new Template("booking/day-list");

    static final Organisation ORGANISATION = new Organisation(
            "Dinas Kependudukan dan Pencatatan Sipil",
            "Pemerintah Kabupaten Bandung",
            "Kabupaten Bandung",
            "3204",
            ZoneId.of("Asia/Jakarta"),
            "Kompleks Pemerintah Kabupaten Bandung, Soreang",
            "(022) 0000-0000",
            "disdukcapil.contoh.go.id",
            "layanan@disdukcapil.contoh.go.id",
            "40911",
            List.of());

    private final byte[] pdf;

    public Paper(byte[] pdf) {
        this.pdf = pdf;
    }

    /** Prints as the running portal does, without starting it. */
    public static PdfRenderer renderer() {
        return renderer(new CompiledTemplates());
    }

    static PdfRenderer renderer(CompiledTemplates templates) {
        var letterhead = new Letterhead(ORGANISATION, new PortalHome(Path.of("target", "no-such-home")));
        return new PdfRenderer(templates, letterhead, ORGANISATION);
    }

    static Map<String, Object> ticket() {
        var values = new HashMap<String, Object>();
        values.put("CODE", "7K3M-9QXD");
        values.put("CODE_SPELLED", "7 – K – 3 – M · 9 – Q – X – D");
        values.put("QUEUE_NUMBER", "055");
        values.put("DATE_TEXT", "Senin, 7 Desember 2026");
        values.put("OFFICE_NAME", "UKL Kecamatan Soreang");
        values.put("OFFICE_ADDRESS", "Kantor Kecamatan Soreang");
        values.put("HOURS_TEXT", "07.30–16.00 WIB, istirahat 12.00–13.00");
        values.put("HOLDER_NAME", "Siti Nurhasanah");
        values.put("NIK_MASKED", "3204••••••••0007");
        values.put(
                "BRING",
                "• Tiket ini, dicetak atau di layar ponsel\n• KTP-el lama (bila ada) atau surat keterangan hilang dari"
                        + " kepolisian\n• Fotokopi Kartu Keluarga");
        values.put(
                "NOTE",
                "Datang sesuai tanggal pada tiket. Tiket hanya berlaku untuk pemesan dan tidak dapat dipindahtangankan."
                        + " Pelayanan KTP-el tidak dipungut biaya.");
        values.put("SURVEY", "https://layanan.disdukcapil.contoh.go.id/survei/320410");
        return values;
    }

    static Map<String, Object> dayList() {
        return Map.of(
                "OFFICE_NAME", "UKL Kecamatan Soreang",
                "DATE_TEXT", "Senin, 7 Desember 2026",
                "SUMMARY", "Kuota 60  ·  dipesan 55  ·  datang 41  ·  dibatalkan 3",
                "PRINTED_AT", "Dicetak 7 Desember 2026 pukul 07.15 WIB oleh Tita Wulandari");
    }

    static Map<String, Object> booking(int number) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", "%03d".formatted(number));
        row.put("code", "7K3M-9Q%02d".formatted(number % 100));
        row.put(
                "name",
                number % 9 == 0 ? "Raden Ajeng Siti Nurhasanah Kusumawardhani binti Suryakusumah" : "Asep Mulyana");
        row.put("nikMasked", "3204••••••••%04d".formatted(number));
        row.put("origin", number % 3 == 0 ? "Loket" : "Aplikasi");
        row.put("status", number % 2 == 0 ? "Hadir" : "Dipesan");
        row.put("checkedInAt", number % 2 == 0 ? "08.12" : null);
        return row;
    }

    public String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    /** @param page from 1 */
    public String text(int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    /**
     * The words inside a rectangle of a page, in points from the upper left corner; words on its edge are cut.
     *
     * @param page from 1
     */
    public String text(int page, Rectangle2D area) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripperByArea();
            stripper.setSortByPosition(true);
            stripper.addRegion("area", area);
            stripper.extractRegions(document.getPage(page - 1));
            return stripper.getTextForRegion("area").strip();
        }
    }

    /** All words one after the other, wherever the lines break. */
    public String words() throws IOException {
        return inOneLine(text());
    }

    /** @param page from 1 */
    public String words(int page) throws IOException {
        return inOneLine(text(page));
    }

    /** The words inside a rectangle, as {@link #text(int, Rectangle2D)}. */
    public String words(int page, Rectangle2D area) throws IOException {
        return inOneLine(text(page, area));
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Whether anything at all is printed there; in points from the upper left corner of the first page. */
    public boolean hasInkIn(Rectangle2D area) throws IOException {
        int dpi = 144;
        double scale = dpi / 72.0;
        var part = image(dpi)
                .getSubimage(
                        (int) (area.getX() * scale), (int) (area.getY() * scale), (int) (area.getWidth() * scale), (int)
                                (area.getHeight() * scale));
        int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        return IntStream.of(pixels).anyMatch(pixel -> (pixel & 0xFFFFFF) != 0xFFFFFF);
    }

    /** Leaves the document in target/documents for a look at it. */
    public Paper keptAs(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return this;
    }

    /** What veraPDF finds wrong with the document as PDF/A-2b; empty when it is one. */
    public List<String> archiveFindings() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    public int pages() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    float height() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getPage(0).getMediaBox().getHeight();
        }
    }

    public String title() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocumentInformation().getTitle();
        }
    }

    /** Every font of the document, also those inside drawings, and whether it is embedded. */
    public Map<String, Boolean> fonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var fonts = new TreeMap<String, Boolean>();
            for (var page : document.getPages()) {
                collectFonts(page.getResources(), fonts);
            }
            return fonts;
        }
    }

    private static void collectFonts(PDResources resources, Map<String, Boolean> fonts) throws IOException {
        for (COSName name : resources.getFontNames()) {
            var font = resources.getFont(name);
            fonts.merge(font.getName(), font.isEmbedded(), Boolean::logicalAnd);
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject drawing && drawing.getResources() != null) {
                collectFonts(drawing.getResources(), fonts);
            }
        }
    }

    public BufferedImage image(int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi);
        }
    }

    /** What a scanner reads from the first page. */
    public String scan(BarcodeFormat format, int dpi) throws IOException, NotFoundException {
        return scan(image(dpi), format);
    }

    /** What all QR codes say, in no order. */
    List<String> qrCodes(int dpi) throws IOException, NotFoundException {
        var hints = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);
        return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap(image(dpi)), hints))
                .map(Result::getText)
                .toList();
    }

    static String scan(BufferedImage image, BarcodeFormat format) throws NotFoundException {
        var hints = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, Boolean.TRUE);
        return new MultiFormatReader().decode(bitmap(image), hints).getText();
    }

    private static BinaryBitmap bitmap(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new BinaryBitmap(new HybridBinarizer(source));
    }
}
