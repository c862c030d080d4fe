-- id: unmatched_file
-- version: 2
-- suite: submissions
-- severity: warning
-- owner: officer
-- about: Mọi tệp trong hộp nhận đều xác định được cơ quan gửi
-- message: Chưa xác định được cơ quan gửi tệp «{file}»{candidates}.
-- advice: Đề nghị xác định cơ quan gửi trong sổ văn bản đến hoặc tệp điều chỉnh, rồi chạy lại.
-- unjudged: Không có.
-- example: Tệp “bao cao.docx” không ghi tên cơ quan ở đầu văn bản.
SELECT campaign_id, agency_code, submission_id, NULL AS outline_path, NULL AS section_id,
  CASE WHEN status = 'unmatched' THEN 'fail' ELSE 'pass' END AS verdict,
  reason AS evidence, NULL AS page,
  {'file': file_name, 'key': file_name,
   'candidates': coalesce(' (có thể là: ' || (
      SELECT string_agg(agency.name, '; ' ORDER BY agency.name) FROM agency
      WHERE agency.campaign_id = submission.campaign_id
        AND list_contains(string_split(submission.agency_candidates, ';'), agency.agency_code)
    ) || ')', '')} AS params
FROM submission
