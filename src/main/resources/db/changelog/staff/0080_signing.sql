--liquibase formatted sql

--changeset staff:0080-permissions-for-signing
--comment Deputies get them with the role of the position for as long as their mandate is valid
INSERT INTO staff_role_permission (role_code, permission)
SELECT code, 'SIGNING_READ' FROM staff_role WHERE code IN ('kadis', 'manajer') UNION ALL
SELECT code, 'DOCUMENT_SIGN' FROM staff_role WHERE code IN ('kadis') UNION ALL
SELECT code, 'DOCUMENT_REVOKE' FROM staff_role WHERE code IN ('kadis');
