;; Products of a matrix and a vector in numbers of 32 bits, four rows and four columns at a time.
(module
  (memory (export "memory") 64)
  ;; out[j] += weights[j] . input for each j below outputs. Addresses count bytes; inputs and outputs are multiples of four.
  (func (export "addProduct") (param $weights i32) (param $input i32) (param $inputs i32) (param $out i32) (param $outputs i32)
    (local $row i32) (local $end i32) (local $i i32) (local $outEnd i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $x v128)
    (local.set $row (i32.shl (local.get $inputs) (i32.const 2)))
    (local.set $outEnd (i32.add (local.get $out) (i32.shl (local.get $outputs) (i32.const 2))))
    (local.set $end (i32.add (local.get $input) (local.get $row)))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $out) (local.get $outEnd)))
        (local.set $a (v128.const f32x4 0 0 0 0))
        (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0))
        (local.set $d (v128.const f32x4 0 0 0 0))
        (local.set $i (local.get $input))
        (block $rowDone
          (loop $columns
            (br_if $rowDone (i32.ge_u (local.get $i) (local.get $end)))
            (local.set $x (v128.load (local.get $i)))
            (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $x) (v128.load (local.get $weights)))))
            (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $weights) (local.get $row))))))
            (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $weights) (i32.shl (local.get $row) (i32.const 1)))))))
            (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $weights) (i32.mul (local.get $row) (i32.const 3)))))))
            (local.set $i (i32.add (local.get $i) (i32.const 16)))
            (local.set $weights (i32.add (local.get $weights) (i32.const 16)))
            (br $columns)))
        ;; one row is behind the pointer, three more lie before the next four
        (local.set $weights (i32.add (local.get $weights) (i32.mul (local.get $row) (i32.const 3))))
        (f32.store offset=0 (local.get $out) (f32.add (f32.load offset=0 (local.get $out)) (f32.add (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a))) (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a))))))
        (f32.store offset=4 (local.get $out) (f32.add (f32.load offset=4 (local.get $out)) (f32.add (f32.add (f32x4.extract_lane 0 (local.get $b)) (f32x4.extract_lane 1 (local.get $b))) (f32.add (f32x4.extract_lane 2 (local.get $b)) (f32x4.extract_lane 3 (local.get $b))))))
        (f32.store offset=8 (local.get $out) (f32.add (f32.load offset=8 (local.get $out)) (f32.add (f32.add (f32x4.extract_lane 0 (local.get $c)) (f32x4.extract_lane 1 (local.get $c))) (f32.add (f32x4.extract_lane 2 (local.get $c)) (f32x4.extract_lane 3 (local.get $c))))))
        (f32.store offset=12 (local.get $out) (f32.add (f32.load offset=12 (local.get $out)) (f32.add (f32.add (f32x4.extract_lane 0 (local.get $d)) (f32x4.extract_lane 1 (local.get $d))) (f32.add (f32x4.extract_lane 2 (local.get $d)) (f32x4.extract_lane 3 (local.get $d))))))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $rows)))))
