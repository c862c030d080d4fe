-- id: repeated_text
-- version: 1
-- suite: content
-- severity: warning
-- owner: agency
-- about: Mỗi mục có nội dung riêng, không lặp lại đoạn của mục khác trong cùng báo cáo
-- message: Đoạn ở mục «{here}» lặp lại nội dung của mục «{there}».
-- message_many: {n} đoạn của báo cáo lặp lại nội dung ở mục khác: {list}.
-- advice: Đề nghị rà soát, chỉ giữ đoạn ở mục phù hợp và bổ sung nội dung riêng cho mục còn lại.
-- merge: section
-- hidden_by_section: duplicate_section
-- hidden_by: thin_section
-- unjudged: Không so được đoạn nằm trên trang quét.
-- example: Cùng một đoạn về tuyên truyền đứng ở mục A.I.1 và lại đứng ở mục A.II.
SELECT sub.campaign_id, sub.agency_code, sub.submission_id, b.outline_path, b.section_id,
  CASE WHEN pair.pair_id IS NOT NULL THEN 'fail' WHEN coalesce(b.scan, false) THEN 'unjudged' ELSE 'pass' END AS verdict,
  pair.quote_b || chr(10) || '(đối chiếu: ' || coalesce('trang ' || pair.page_a || ', ', '')
    || 'mục ' || ten_muc(a.path, NULL) || ') ' || pair.quote_a AS evidence,
  coalesce(pair.page_b, b.page) AS page,
  CASE WHEN pair.pair_id IS NOT NULL THEN
    {'here': ten_muc(b.path, b.title), 'there': ten_muc(a.path, a.title),
     'label': 'mục ' || b.path || ' và mục ' || a.path, 'other_section_id': a.section_id} END AS params
FROM section AS b
JOIN current_submission AS sub ON sub.submission_id = b.submission_id
LEFT JOIN text_repeat AS pair ON pair.section_id_b = b.section_id AND pair.kind = 'inside'
LEFT JOIN section AS a ON a.section_id = pair.section_id_a
WHERE b.words > 0
