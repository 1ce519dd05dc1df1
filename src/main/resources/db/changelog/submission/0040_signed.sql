--liquibase formatted sql

--changeset submission:0040-open-until-signed
--comment As soon as a Kartu Keluarga is signed the family can ask again; a newer one takes the place of the older
ALTER TABLE submission_request
  MODIFY COLUMN open_case VARCHAR(25) CHARACTER SET ascii AS (
    IF(status IN ('SUBMITTED', 'CHECKED', 'RETURNED_TO_OPERATOR', 'RETURNED_TO_VERIFIER', 'RETURNED_TO_APPLICANT',
      'AWAITING_SIGNATURE'), CONCAT(family_number, ' ', reason_code), NULL)) PERSISTENT;
