--liquibase formatted sql

--changeset submission:0041-names-in-the-register
--comment Staff who sign see the names that the documents show; the register kept them masked until now
UPDATE submission_request r JOIN signing_document d ON d.kind = 'KARTU_KELUARGA' AND d.reference = r.number
SET d.concerns = r.applicant_name WHERE r.anonymised_at IS NULL;
