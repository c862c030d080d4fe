"""An outline attached after the signature is an annex from its first line, not part of Nơi nhận."""

from extract.blocks import Block, RawDocument
from extract.structure import build


def _blocks(*texts):
    return [Block(text=text, bold=1.0 if text[0] in "IVĐ" else 0.0) for text in texts]


def test_outline_after_the_signature_is_whole():
    head = [
        Block(text="UBND TỈNH A", column=0),
        Block(text="SỞ B", column=0),
        Block(text="Số: 5/SB-VP", column=0),
        Block(text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", column=1),
        Block(text="Độc lập - Tự do - Hạnh phúc", column=1),
    ]
    tail = [
        Block(text="Nơi nhận:\n- Như trên;\n- Lưu: VT.", column=0),
        Block(text="GIÁM ĐỐC\nLê Văn Chín", column=1),
    ]
    body = _blocks("Kính gửi: Các đơn vị.", "Đề nghị các đơn vị báo cáo theo đề cương kèm theo./.")
    items = (
        "I. TÌNH HÌNH",
        "II. KẾT QUẢ",
        "1. Việc đã làm (nêu số liệu)",
        "2. Việc chưa làm",
        "III. KIẾN NGHỊ",
    )
    raw = RawDocument("docx", "test", [*head, *body, *tail, *_blocks("ĐỀ CƯƠNG BÁO CÁO", *items)])
    structure = build(raw)
    assert [s.marker for s in structure.annexes if s.path] == ["I.", "II.", "1.", "2.", "III."]
    assert structure.meta.signer == "Lê Văn Chín"
    assert not [w for w in structure.warnings if w.code == "unplaced_text"]
