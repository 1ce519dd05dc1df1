--liquibase formatted sql

--changeset staff:0080-permissions-of-delivery
--comment A kiosk stands where the public can touch it: its role opens the kiosk and nothing else
INSERT INTO staff_role (code, label, ordinal)
SELECT 'anjungan', 'Anjungan cetak mandiri', COALESCE(MAX(ordinal), 0) + 1 FROM staff_role;
INSERT INTO staff_role_permission (role_code, permission)
SELECT code, 'RELEASE_READ' FROM staff_role WHERE code IN ('operator', 'verifikator', 'kadis', 'manajer') UNION ALL
SELECT code, 'RELEASE_ISSUE' FROM staff_role WHERE code IN ('operator') UNION ALL
SELECT code, 'KIOSK_USE' FROM staff_role WHERE code IN ('anjungan');
