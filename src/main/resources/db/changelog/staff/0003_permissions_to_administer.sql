--liquibase formatted sql

--changeset staff:0003-data-protection-officer
--comment UU 27/2022 art. 53: whoever serves the public names somebody who looks after personal data
INSERT INTO staff_role (code, label, ordinal) VALUES ('pdp', 'Pejabat pelindungan data pribadi', 10);

--changeset staff:0003-permissions-to-administer
INSERT INTO staff_role_permission (role_code, permission)
SELECT 'pdp', 'STANDARD_READ' UNION ALL
SELECT 'pdp', 'OFFICE_READ' UNION ALL
SELECT 'pdp', 'POPULATION_READ' UNION ALL
SELECT 'pdp', 'PRIVACY_HANDLE' UNION ALL
SELECT code, 'OFFICE_SPAN' FROM staff_role WHERE code IN ('pdp') UNION ALL
SELECT code, 'STAFF_READ' FROM staff_role WHERE code IN ('admin', 'manajer', 'kadis') UNION ALL
SELECT code, 'STAFF_EDIT' FROM staff_role WHERE code IN ('admin') UNION ALL
SELECT code, 'ROLE_EDIT' FROM staff_role WHERE code IN ('admin') UNION ALL
SELECT code, 'OFFICE_EDIT' FROM staff_role WHERE code IN ('admin') UNION ALL
SELECT code, 'AUDIT_READ' FROM staff_role WHERE code IN ('admin', 'kadis', 'pdp') UNION ALL
SELECT code, 'PERSON_REVEAL' FROM staff_role WHERE code IN ('operator', 'registrasi', 'perekaman', 'verifikator', 'pdp') UNION ALL
SELECT code, 'PRIVACY_READ' FROM staff_role WHERE code IN ('pdp', 'kadis', 'manajer', 'admin') UNION ALL
SELECT code, 'POPULATION_IMPORT' FROM staff_role WHERE code IN ('admin') UNION ALL
SELECT code, 'MAIL_READ' FROM staff_role WHERE code IN ('admin') UNION ALL
SELECT code, 'MAIL_RESEND' FROM staff_role WHERE code IN ('admin') UNION ALL
SELECT code, 'SYSTEM_READ' FROM staff_role WHERE code IN ('admin') UNION ALL
SELECT code, 'JOB_RUN' FROM staff_role WHERE code IN ('admin');
