-- id: empty_section
-- version: 1
-- suite: coverage
-- severity: error
-- owner: agency
-- about: Mục của đề cương có tên mục thì có nội dung
-- message: Mục «{item}» mới có tên mục, chưa có nội dung.
-- advice: Đề nghị bổ sung nội dung của mục này theo đề cương.
-- hidden_over: missing_section empty_section
-- unjudged: Mục nằm trên trang quét; không kết luận rỗng chỉ dựa vào chữ nhận dạng.
-- example: “2. Một số mô hình tiêu biểu” rồi đến ngay “3. Khen thưởng”, ở giữa không có chữ nào.
SELECT cover.campaign_id, cover.agency_code, cover.submission_id, cover.outline_path, cover.section_id,
  CASE
    WHEN cover.status = 'empty' THEN 'fail'
    WHEN cover.status IS NULL AND cover.words = 0 THEN 'unjudged'
    ELSE 'pass'
  END AS verdict,
  ten_muc(s.path, s.title) AS evidence, s.page AS page,
  CASE WHEN cover.required THEN NULL ELSE 'info' END AS severity,
  NULL AS params
FROM coverage AS cover
JOIN section AS s ON s.section_id = cover.section_id
