-- view: rule_term
-- comment: Từ ngữ mà các quy tắc dựa vào (không dấu đối với loại chung_chung)
-- columns:
--   kind: chung_chung: tiếng không nói điều gì cụ thể; time_unit: đơn vị chỉ thời gian, không phải số liệu kết quả
--   term: Từ ngữ
SELECT 'chung_chung' AS kind, unnest(string_split(
  'va cua cac nhung duoc da dang se trong voi cho ve la co de theo tai tu den do bang nay khi cung mot moi nhu vao '
  || 'ra qua hoac nham doi o boi rat thi ma deu ca viec su tren duoi hon nua dong thoi ben canh thong '
  || 'luon thuong xuyen quan tam kip thoi tot day du nghiem tuc dung quy dinh hieu qua tich cuc chu trong thuc hien trien '
  || 'khai co ban dam bao bao nhin chung thoi gian nam don vi co quan dia phuong xac dinh nhiem vu cong tac lanh dao chi dao '
  || 'cac cap nganh to chuc noi dung ket dat nhieu chuyen bien ro net gop phan nang cao chat luong yeu cau de ra hoan thanh '
  || 'muc tieu ke hoach cap tren huong dan phoi hop chat che lien quan linh vuc hoat dong tang cuong day manh tiep tuc '
  || 'chap hanh phap luat chinh sach dang nha nuoc khong ngung ngay cang thiet thuc cu the phu hop dieu kien tinh hinh '
  || 'thuc te toan can bo cong chuc vien nguoi lao nghiep tren ban xa phuong so uy ban nhan dan tinh ghi nhan danh gia '
  || 'cao cham lo trach nhiem tinh than quyet liet dong bo linh hoat sang tao kha thuc su bam sat tham muu ban hanh van '
  || 'phat huy vai tro suc manh tong hop y nghia quan trong doan the xuyen suot hang nam giai doan vua', ' '
)) AS term
UNION ALL
SELECT 'time_unit', unnest(['năm', 'tháng', 'ngày', 'giờ', 'phút', 'tuần', 'quý', 'tuổi', 'nhiệm kỳ', 'khóa'])
