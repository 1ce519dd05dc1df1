package id.dukcapil.portal.submission.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.documents.upload.FileExamination;
import id.dukcapil.portal.documents.upload.FileKind;
import id.dukcapil.portal.documents.upload.SafeFile;
import id.dukcapil.portal.submission.SubmissionStatus;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** The papers of the demonstration are like those that citizens bring, and can be taken for no real ones. */
class DemonstrationPapersTest {

    private static final List<String> FACTS = List.of("Nama pemohon", "ENCEP MULYADI", "Keperluan", "Hilang");

    private final SampleScan drawing = new SampleScan();
    private final FileExamination examination = new FileExamination();
    private final RequiredPapers required = new RequiredPapers();

    @Test
    void aPhotographAndAScanPassTheExaminationOfEveryUpload() throws IOException {
        assertThat(examined(drawing.photograph("Kutipan akta kematian", FACTS, 1))
                        .kind())
                .isEqualTo(FileKind.JPEG);
        SafeFile scan = examined(drawing.scan("Kutipan akta kematian", FACTS, 1));
        assertThat(scan.kind()).isEqualTo(FileKind.PDF);
        assertThat(scan.pages()).isEqualTo(1);
    }

    @Test
    void theSamePaperIsDrawnTheSameAndEveryApplicantHasAnother() {
        byte[] one = drawing.photograph("KK lama/rusak", FACTS, 7);
        assertThat(drawing.photograph("KK lama/rusak", FACTS, 7)).isEqualTo(one).hasSizeLessThan(150_000);
        assertThat(drawing.photograph("KK lama/rusak", List.of("Nama pemohon", "ENOK SARI"), 7))
                .isNotEqualTo(one);
    }

    @Test
    void whatWasPassedOnIsCompleteAndOneInFourOfTheNewOnesIsNot() {
        List<Requirement> needed = required.of("I.B.3");
        assertThat(IntStream.range(0, 40))
                .allSatisfy(place -> assertThat(DemonstrationPapers.brought(needed, SubmissionStatus.CHECKED, place))
                        .isEqualTo(needed));
        assertThat(IntStream.range(0, 40)
                        .filter(place -> DemonstrationPapers.brought(needed, SubmissionStatus.SUBMITTED, place)
                                        .size()
                                < needed.size()))
                .hasSize(10);
    }

    private SafeFile examined(byte[] content) throws IOException {
        return examination.examine(new ByteArrayResource(content), AttachmentLimits.LARGEST_FILE);
    }
}
