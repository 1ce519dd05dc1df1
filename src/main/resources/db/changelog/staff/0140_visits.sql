--liquibase formatted sql

--changeset staff:0140-permissions-of-visits
--comment Recording operators go along and see where; planning is the planner's and the manager's
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'VISIT_READ' FROM staff_role WHERE code IN ('perencana', 'manajer', 'kadis', 'perekaman') UNION ALL
SELECT code, 'VISIT_PLAN' FROM staff_role WHERE code IN ('perencana', 'manajer');
